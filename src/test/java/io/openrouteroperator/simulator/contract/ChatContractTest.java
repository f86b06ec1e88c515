package io.openrouteroperator.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChatContractTest {

    private static final String CHUNK = """
            {"id":"gen-1","object":"chat.completion.chunk","created":1,"model":"a/b","choices":
             [{"index":0,"delta":{"role":"assistant","content":"Hi"},"finish_reason":null}]}""";
    private static final Operation CHAT =
            Contract.load().operation("POST", "/chat/completions").orElseThrow();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'messages':[{'role':'user','content':'Hi'}]}",
                "{'model':'a/b','temperature':0.2,'messages':[{'role':'system','content':[{'type':'text','text':'x'}]},"
                        + "{'role':'assistant','content':null,'tool_calls':[{'id':'1','type':'function','function':{'name':'f',"
                        + "'arguments':'{}'}}]},{'role':'tool','tool_call_id':'1','content':'done'}]}",
                "{'messages':[{'role':'user','content':[{'type':'image_url','image_url':{'url':'https://x'}}],'extra':1}]}",
                "{'messages':[{'role':'user','content':'Hi'}],'provider':{'only':['azure'],'zdr':true,'sort':'price',"
                        + "'max_price':{'prompt':'1'}},'stream':true,'transforms':[]}"
            })
    void acceptsRequests(String body) {
        assertThat(request(body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'messages':[]}",
                "{'messages':[{'role':'user'}]}",
                "{'messages':[{'role':'robot','content':'Hi'}]}",
                "{'messages':[{'role':'user','content':'Hi'}],'provider':{'allow':['azure']}}",
                "{'messages':[{'role':'user','content':'Hi'}],'provider':{'data_collection':'maybe'}}",
                "{'messages':[{'role':'user','content':'Hi'}],'temperature':'hot'}"
            })
    void refusesRequests(String body) {
        assertThat(request(body)).isNotEmpty();
    }

    @Test
    void judgesEvents() {
        assertThat(CHAT.checkEvent(CHUNK)).isEmpty();
        assertThat(CHAT.checkEvent(CHUNK.replace("\"model\"", "\"modle\"")))
                .extracting(Violation::keyword)
                .containsExactlyInAnyOrder("required", "additionalProperties");
    }

    @Test
    void judgesAnswers() {
        String answer = """
                {"id":"gen-1","object":"chat.completion","created":1,"model":"a/b","system_fingerprint":null,"provider":"Azure",
                 "choices":[{"index":0,"message":{"role":"assistant","content":"Hi"},"finish_reason":"stop"}],
                 "usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2,"cost":0.01}}""";
        assertThat(CHAT.checkResponse(200, answer)).isEmpty();
        assertThat(CHAT.checkResponse(200, answer.replace("\"stop\"", "\"halt\"")))
                .singleElement()
                .returns("/choices/0/finish_reason", Violation::pointer);
    }

    private static List<Violation> request(String body) {
        return CHAT.checkRequest(URI.create("/chat/completions"), body.replace('\'', '"'));
    }
}
