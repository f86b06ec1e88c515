package io.openrouteroperator.core.admission.recognition;

/** How a key was written in the text that it was found in. */
public enum KeyEncoding {
    /** As it is. */
    PLAIN(""),
    /** With {@code %xx} escapes, as in a URL. */
    PERCENT(", percent-encoded"),
    /** With {@code \\uXXXX} or {@code \\xXX} escapes, as in a JSON string. */
    ESCAPED(", with escaped letters"),
    /** Inside base64. */
    BASE64(", base64-encoded");

    private final String remark;

    KeyEncoding(String remark) {
        this.remark = remark;
    }

    /** What a message adds after the masked key; empty for plain text. */
    public String remark() {
        return remark;
    }
}
