package cn.huiyin.wechat.push;

/** How the two sides write to each other; both apps may be set to either. We answer as we are asked. */
enum PushFormat {
    XML,
    JSON;

    /** By its first sign; what is neither is no push. */
    static PushFormat of(String text) {
        var start = text.stripLeading();
        if (start.startsWith("<")) {
            return XML;
        }
        if (start.startsWith("{")) {
            return JSON;
        }
        throw new NoPush("neither XML nor JSON");
    }

    /** All that it says. */
    Tree read(String text) {
        return this == XML ? XmlTree.read(text) : JsonTree.read(text);
    }
}
