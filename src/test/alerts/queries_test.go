package alerts

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/prometheus/prometheus/promql/parser"
)

const dashboardFiles = "../../../helm/openrouter-operator/files/dashboards/*.json"

// What the API server exports; the rest of what we ask for is ours, and listed.
const foreign = "apiserver_admission_webhook_"

var (
	labelValues = regexp.MustCompile(`^label_values\((\w+), (\w+)\)$`)
	legendLabel = regexp.MustCompile(`\{\{(\w+)\}\}`)
	// Grafana puts durations there before Prometheus sees the query.
	grafana = strings.NewReplacer("$__rate_interval", "5m", "$__range", "1d")
)

type dashboard struct {
	Panels []struct {
		Title   string
		Targets []struct{ Expr, LegendFormat string }
	}
	Templating struct {
		List []struct{ Name, Type, Definition string }
	}
}

func TestEveryDashboardAsksForMetricsAndLabelsThatExist(t *testing.T) {
	exported := exportedMetrics(t)
	for file, board := range dashboards(t) {
		if len(board.Panels) == 0 {
			t.Errorf("%s has no panel", file)
		}
		for _, panel := range board.Panels {
			for _, target := range panel.Targets {
				t.Run(file+"/"+panel.Title, func(t *testing.T) {
					known := checkQuery(t, exported, grafana.Replace(target.Expr))
					for _, label := range legendLabel.FindAllStringSubmatch(target.LegendFormat, -1) {
						if !slices.Contains(known, label[1]) {
							t.Errorf("the legend has label %s, which the query does not", label[1])
						}
					}
				})
			}
		}
	}
}

func TestEveryVariableOfADashboardIsALabelThatExists(t *testing.T) {
	exported := exportedMetrics(t)
	for file, board := range dashboards(t) {
		for _, variable := range board.Templating.List {
			asked := labelValues.FindStringSubmatch(variable.Definition)
			if variable.Type == "query" && (asked == nil || !slices.Contains(exported[asked[1]], asked[2])) {
				t.Errorf("%s: %q asks for what does not exist", file, variable.Definition)
			}
		}
	}
}

func TestEveryAlertAsksForMetricsAndLabelsThatExist(t *testing.T) {
	exported := exportedMetrics(t)
	for name, rule := range alertRules(t) {
		t.Run(name, func(t *testing.T) { checkQuery(t, exported, rule.Expr) })
	}
}

// Parses a query, checks each metric and each label in it, and returns the labels that its metrics have.
func checkQuery(t *testing.T, exported map[string][]string, query string) []string {
	t.Helper()
	expression, err := parser.NewParser(parser.Options{}).ParseExpr(query)
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	var known, grouping []string
	strange := false
	parser.Inspect(expression, func(node parser.Node, _ []parser.Node) error {
		switch each := node.(type) {
		case *parser.VectorSelector:
			labels, ours := exported[each.Name]
			strange = strange || strings.HasPrefix(each.Name, foreign)
			if !ours && !strings.HasPrefix(each.Name, foreign) {
				t.Errorf("nobody exports %s", each.Name)
			}
			known = append(known, labels...)
			for _, matcher := range each.LabelMatchers {
				if ours && matcher.Name != "__name__" && !slices.Contains(labels, matcher.Name) {
					t.Errorf("%s has no label %s", each.Name, matcher.Name)
				}
			}
		case *parser.AggregateExpr:
			grouping = append(grouping, each.Grouping...)
		case *parser.BinaryExpr:
			if each.VectorMatching != nil {
				grouping = append(grouping, each.VectorMatching.MatchingLabels...)
			}
		}
		return nil
	})
	if strange {
		return append(known, grouping...)
	}
	for _, label := range grouping {
		if !slices.Contains(known, label) {
			t.Errorf("%s groups by %s, which no metric in it has", query, label)
		}
	}
	return known
}

// The labels of each series that the operator exports, as a unit test reads them from the registry.
func exportedMetrics(t *testing.T) map[string][]string {
	t.Helper()
	content, err := os.ReadFile("metrics.txt")
	if err != nil {
		t.Fatal(err)
	}
	exported := map[string][]string{}
	for _, line := range strings.Split(strings.TrimSpace(string(content)), "\n") {
		words := append(strings.Split(line, " "), "")
		name, labels := words[0], strings.Split(words[2], ",")
		switch words[1] {
		case "histogram":
			exported[name+"_bucket"], exported[name+"_sum"], exported[name+"_count"] = labels, labels, labels
		case "summary":
			exported[name+"_sum"], exported[name+"_count"] = labels, labels
		default:
			exported[name] = labels
		}
	}
	return exported
}

func dashboards(t *testing.T) map[string]dashboard {
	t.Helper()
	files, err := filepath.Glob(dashboardFiles)
	if err != nil || len(files) == 0 {
		t.Fatalf("no dashboards: %v", err)
	}
	read := map[string]dashboard{}
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var board dashboard
		if err := json.Unmarshal(content, &board); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		read[filepath.Base(file)] = board
	}
	return read
}
