package cn.huiyin.rehearsal.wechat;

/**
 * An app that the stand-in knows: a mini-program or an official account. None of this opens anything outside a rehearsal.
 *
 * @param token signs what is pushed
 * @param encodingAesKey seals what is pushed, 43 characters
 */
public record App(String appId, String secret, String token, String encodingAesKey) {

    public static final App MINIAPP = new App(
            "wx00000000rehearse",
            "rehearsal-miniapp-secret",
            "rehearsal-miniapp-token",
            "MiniappRehearsalMiniappRehearsalMiniappRehe");

    public static final App OFFICIAL_ACCOUNT = new App(
            "wx000000rehearsemp",
            "rehearsal-mp-secret",
            "rehearsal-mp-token",
            "OfficialRehearsalOfficialRehearsalOfficialR");
}
