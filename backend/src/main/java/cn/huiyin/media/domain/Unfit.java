package cn.huiyin.media.domain;

import cn.huiyin.problem.Refusal;

/** Why a file is not taken. */
public final class Unfit {

    private Unfit() {}

    public static Refusal tooLarge(Type type) {
        String what = type == Type.PHOTO ? "照片" : "语音";
        return Refusal.of(413, "MEDIA_TOO_LARGE", what + "太大，请不要超过 " + type.mebibytes() + " MB");
    }

    public static Refusal wrongKind(byte[] head) {
        String detail = Kind.isHeic(head)
                ? "暂不支持 HEIC 照片，请改为 JPEG 后再上传（苹果手机可在“设置-相机-格式”里选“兼容性最佳”）"
                : "只能上传 JPEG、PNG、WebP 照片或 MP3、AAC、M4A、AMR、SILK 语音";
        return Refusal.of(415, "MEDIA_KIND_REFUSED", detail);
    }

    public static Refusal broken() {
        return Refusal.of(422, "MEDIA_BROKEN", "文件已损坏或没有传完整，请重新选择后上传");
    }

    public static Refusal tooManyPixels() {
        return Refusal.of(422, "MEDIA_TOO_MANY_PIXELS", "照片的像素太高，请不要超过 5000 万像素");
    }
}
