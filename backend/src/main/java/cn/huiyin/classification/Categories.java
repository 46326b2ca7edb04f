package cn.huiyin.classification;

import cn.huiyin.snapshot.Snapshot;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The door to the categories: a catalogue in memory, at most ten seconds behind the database. */
@Component
public class Categories {

    private final Snapshot<Catalogue> catalogue;

    Categories(Snapshot<Catalogue> catalogue) {
        this.catalogue = catalogue;
    }

    /** The category with this code, whether it is still offered or not. */
    public Optional<Category> find(String code) {
        return catalogue().find(code);
    }

    /** All of them as last read; 503 as long as they never were. */
    public Catalogue catalogue() {
        return catalogue.get();
    }
}
