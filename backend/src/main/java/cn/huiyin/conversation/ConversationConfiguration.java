package cn.huiyin.conversation;

import cn.huiyin.classification.Suggester;
import cn.huiyin.conversation.domain.Understanding;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConversationConfiguration {

    /** Reads its table at the start; a word wrong in it stops the start. */
    @Bean
    Understanding understanding(Suggester suggester) {
        return Understanding.fromTable(suggester);
    }
}
