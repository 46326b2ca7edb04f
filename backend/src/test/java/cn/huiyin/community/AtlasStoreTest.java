package cn.huiyin.community;

import static org.assertj.core.api.Assertions.assertThat;

import cn.huiyin.rehearsal.StoreTest;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.json.JsonMapper;

@StoreTest
class AtlasStoreTest {

    private final AtlasStore store;

    AtlasStoreTest(DatabaseClient database) {
        store = new AtlasStore(database, JsonMapper.shared());
    }

    @Test
    void beforeTheFirstImportThereIsAnEmptyAtlas() {
        var read = store.read().block();

        assertThat(read.version()).isEqualTo(store.version().block());
        assertThat(read.value().places()).isEmpty();
        assertThat(read.value().units()).isEmpty();
    }
}
