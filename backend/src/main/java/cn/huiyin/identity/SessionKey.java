package cn.huiyin.identity;

/** By what a session is known without the token that opens it: enough to ask whether it still holds. */
public record SessionKey(String digest) {

    /** Of no use to anybody else, and still nobody's business. */
    @Override
    public String toString() {
        return "SessionKey[***]";
    }
}
