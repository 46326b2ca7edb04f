package cn.huiyin.rehearsal.wechat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What our service says on the line, verified and opened as WeChat does it; written without anything of ours. */
final class PassiveReply {

    private static final int LONGEST = 2048;

    private PassiveReply() {}

    /** The text for this person; empty for {@code success} and nothing at all. */
    static Optional<String> read(App app, String openid, String answer) {
        if (answer.isEmpty() || answer.equals("success")) {
            return Optional.empty();
        }
        var envelope = xml(answer);
        var sealed = text(envelope, "Encrypt");
        var signature = Push.signature(app.token(), text(envelope, "TimeStamp"), text(envelope, "Nonce"), sealed);
        if (!signature.equals(text(envelope, "MsgSignature"))) {
            throw new IllegalStateException("the reply is not signed by " + app.appId());
        }
        var message = xml(opened(app, sealed));
        insist(text(message, "ToUserName").equals(openid), "the reply is for somebody else");
        insist(text(message, "MsgType").equals("text"), "the reply is no text");
        insist(text(message, "CreateTime").matches("[0-9]+"), "the reply has no time");
        var text = text(message, "Content");
        insist(!text.isEmpty() && text.getBytes(StandardCharsets.UTF_8).length <= LONGEST, "the reply is too long");
        return Optional.of(text);
    }

    private static String opened(App app, String sealed) {
        var key = Base64.getDecoder().decode(app.encodingAesKey() + "=");
        try {
            var cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(
                    Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(Arrays.copyOf(key, 16)));
            var plain = cipher.doFinal(Base64.getDecoder().decode(sealed));
            var length = ByteBuffer.wrap(plain).getInt(16);
            var end = plain.length - plain[plain.length - 1];
            insist(
                    new String(plain, 20 + length, end - 20 - length, StandardCharsets.UTF_8).equals(app.appId()),
                    "the reply is sealed for another app");
            return new String(plain, 20, length, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the reply cannot be opened", e);
        }
    }

    private static Document xml(String text) {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new IllegalStateException("the reply is no XML: " + text, e);
        }
    }

    private static String text(Document document, String name) {
        var elements = document.getElementsByTagName(name);
        insist(elements.getLength() == 1, "the reply has no " + name);
        return elements.item(0).getTextContent();
    }

    private static void insist(boolean so, String otherwise) {
        if (!so) {
            throw new IllegalStateException(otherwise);
        }
    }
}
