package cn.huiyin.safety;

/** What a piece of content is; a word of the contract. */
public enum ContentKind {
    TEXT("文字"),
    MEDIA("照片或语音");

    private final String chinese;

    ContentKind(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
