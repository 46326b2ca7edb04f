package cn.huiyin.community;

/** The name a place is called by in the contract, such as {@code qinghe-c1-g2}. */
public record PlaceId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
