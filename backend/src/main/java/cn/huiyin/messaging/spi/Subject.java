package cn.huiyin.messaging.spi;

import cn.huiyin.identity.AccountId;
import cn.huiyin.privacy.PersonalNumbers;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Mono;

/** What messages can be about: a ticket, a visit. Looked at again just before each message leaves. */
public interface Subject {

    /** A fact that every subject may state: {@code true} where it is a danger to people now. Then its messages wait for nothing. */
    String HAZARD = "hazard";

    /** The word that the outbox knows this kind by, such as {@code ticket}. */
    String kind();

    /** Is the message still true, who should get it by now, and with which facts. */
    Mono<Standing> look(Waiting message);

    /** A message that is due. */
    record Waiting(String occasion, String subjectId, String dedupKey, Map<String, String> facts) {}

    /** The answer to a look. */
    sealed interface Standing {

        /** No longer true: withdraw it. */
        record Gone(String why) implements Standing {}

        /** Still true. {@code audience} is who gets it now; {@code facts} replace those it was planned with. */
        record Stands(List<AccountId> audience, Map<String, String> facts) implements Standing {

            /** No message carries a phone or an identity number: whoever needs it opens the thing itself. */
            public Stands {
                facts = PersonalNumbers.masked(facts);
            }
        }
    }
}
