package cn.huiyin.media;

import cn.huiyin.media.store.DiskShelf;
import cn.huiyin.media.store.FileWork;
import cn.huiyin.media.store.MediaTable;
import cn.huiyin.media.store.Shelf;
import cn.huiyin.media.store.Spool;
import cn.huiyin.media.store.Sweep;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.r2dbc.core.DatabaseClient;

/** The media module put together by hand, for tests that want to change one thing in it. */
public final class MediaRig {

    public final MediaSettings settings;
    public final MediaTable table;
    public final MediaDesk desk;
    public final Attachments attachments;
    public final MediaLinks links;
    public final Sweep sweep;

    public MediaRig(DatabaseClient database, MediaSettings settings, UnaryOperator<Shelf> shelf) {
        var files = new FileWork(settings);
        var spool = new Spool(settings, files);
        var there = shelf.apply(new DiskShelf(settings, files));
        this.settings = settings;
        this.table = new MediaTable(database);
        this.desk = new MediaDesk(spool, there, table, settings);
        this.attachments = new Attachments(table);
        this.links = new MediaLinks("a key of thirty-two characters.....", settings.linkFor(), InstantSource.system());
        this.sweep = new Sweep(table, there, spool, settings);
    }

    /** The settings' defaults, with these changed; without the prefix. */
    public static MediaSettings settings(Path folder, Map<String, String> changes) {
        var properties = new MapConfigurationPropertySource();
        properties.put("huiyin.media.folder", folder.toString());
        changes.forEach((name, value) -> properties.put("huiyin.media." + name, value));
        return new Binder(properties).bindOrCreate("huiyin.media", MediaSettings.class);
    }
}
