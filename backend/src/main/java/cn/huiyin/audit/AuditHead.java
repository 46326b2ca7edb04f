package cn.huiyin.audit;

/** How long the chain is and the hash it ends with; whoever noted it can tell later that nothing before it was changed. */
public record AuditHead(long length, String hash) {

    static final AuditHead START = new AuditHead(0, HashChain.START);
}
