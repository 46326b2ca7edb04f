package cn.huiyin.digest.store;

import cn.huiyin.digest.domain.CommunityFigures;
import cn.huiyin.digest.domain.DigestKind;
import cn.huiyin.digest.domain.Figures;
import cn.huiyin.digest.domain.GridFigures;
import cn.huiyin.digest.domain.StreetFigures;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Figures as they are kept. */
@Component
class FiguresJson {

    private static final Map<DigestKind, Class<? extends Figures>> SHAPES = Map.of(
            DigestKind.GRID, GridFigures.class,
            DigestKind.COMMUNITY, CommunityFigures.class,
            DigestKind.STREET, StreetFigures.class);

    private final JsonMapper json = JsonMapper.builder().build();

    String write(Figures figures) {
        return json.writeValueAsString(figures);
    }

    Figures read(DigestKind kind, String text) {
        return json.readValue(text, SHAPES.get(kind));
    }
}
