// Package alerts evaluates the chart's alert rules with Prometheus' own engine: each must fire for the series that it is
// there for, and keep quiet for those beside them.
package alerts

import (
	"context"
	"log/slog"
	"net/url"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/prometheus/common/model"
	"github.com/prometheus/prometheus/model/labels"
	"github.com/prometheus/prometheus/model/rulefmt"
	"github.com/prometheus/prometheus/promql/parser"
	"github.com/prometheus/prometheus/promql/promqltest"
	"github.com/prometheus/prometheus/rules"
	"go.yaml.in/yaml/v3"
)

const ruleFile = "../../../helm/openrouter-operator/files/alerts.yaml"

// A question to one rule: does it fire for these series, and does it keep quiet for those.
type question struct {
	Alert string            `yaml:"alert"`
	At    time.Duration     `yaml:"at"`
	Names string            `yaml:"names"`
	Fires map[string]string `yaml:"fires"`
	Quiet map[string]string `yaml:"quiet"`
}

func TestEveryAlertFiresForWhatItIsThereFor(t *testing.T) {
	asked := map[string]bool{}
	for _, each := range questions(t) {
		asked[each.Alert] = true
		t.Run(each.Alert, func(t *testing.T) {
			rule, known := alertRules(t)[each.Alert]
			if !known {
				t.Fatalf("%s has no such alert", ruleFile)
			}
			fired := firing(t, rule, each.Fires, each.At)
			if len(fired) != 1 || !strings.Contains(fired[0].Annotations.Get("summary"), each.Names) {
				t.Errorf("wanted one alert that names %q, got %v", each.Names, fired)
			}
			if loud := firing(t, rule, each.Quiet, each.At); len(loud) != 0 {
				t.Errorf("fired without a reason: %v", loud)
			}
		})
	}
	for alert := range alertRules(t) {
		if !asked[alert] {
			t.Errorf("no question in cases.yaml is about %s", alert)
		}
	}
}

// A rule as Prometheus evaluates it each minute; returns what fires at the end.
func firing(t *testing.T, rule rulefmt.Rule, series map[string]string, at time.Duration) []*rules.Alert {
	t.Helper()
	var load strings.Builder
	load.WriteString("load 1m\n")
	for name, values := range series {
		load.WriteString("  " + name + " " + values + "\n")
	}
	storage := promqltest.LoadedStorage(t, load.String())
	query := rules.EngineQueryFunc(promqltest.NewTestEngine(t, false, 5*time.Minute, 1_000_000), storage)
	expression, err := parser.NewParser(parser.Options{}).ParseExpr(rule.Expr)
	if err != nil {
		t.Fatal(err)
	}
	alerting := rules.NewAlertingRule(rule.Alert, expression, time.Duration(rule.For), time.Duration(rule.KeepFiringFor),
		labels.FromMap(rule.Labels), labels.FromMap(rule.Annotations), labels.EmptyLabels(), "", true,
		slog.New(slog.DiscardHandler))
	for now := time.Duration(0); now <= at; now += time.Minute {
		if _, err := alerting.Eval(context.Background(), 0, time.Unix(0, 0).Add(now), query, &url.URL{}, 0); err != nil {
			t.Fatal(err)
		}
	}
	var fired []*rules.Alert
	for _, alert := range alerting.ActiveAlerts() {
		if alert.State == rules.StateFiring {
			fired = append(fired, alert)
		}
	}
	return fired
}

func alertRules(t *testing.T) map[string]rulefmt.Rule {
	t.Helper()
	groups, problems := rulefmt.ParseFile(ruleFile, false, model.UTF8Validation, parser.NewParser(parser.Options{}),
		slog.New(slog.DiscardHandler))
	if len(problems) != 0 {
		t.Fatal(problems)
	}
	found := map[string]rulefmt.Rule{}
	for _, group := range groups.Groups {
		for _, rule := range group.Rules {
			found[rule.Alert] = rule
		}
	}
	return found
}

func questions(t *testing.T) []question {
	t.Helper()
	content, err := os.ReadFile("cases.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var asked []question
	if err := yaml.Unmarshal(content, &asked); err != nil {
		t.Fatal(err)
	}
	return asked
}
