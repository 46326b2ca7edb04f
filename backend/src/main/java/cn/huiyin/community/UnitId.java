package cn.huiyin.community;

/** The name a unit 承办单位 is called by in the contract, such as {@code qinghe-property}. */
public record UnitId(String value) {
    @Override
    public String toString() {
        return value;
    }
}
