package cn.huiyin.rehearsal;

import org.springframework.context.ConfigurableApplicationContext;

/** Where to go next, once everything runs. */
final class Guide {

    private static final String TEXT = """

            回音演练已就绪 Huiyin is ready: %1$s

            在浏览器里打开 Open in a browser: %1$s/
              居民手机、工作人员手机和时钟 two phones and the clock; “带我走一遍” leads through it

            登录码 Login codes (fictional people):
              demo-resident  demo-resident-2          居民 residents
              demo-grid-worker                        网格员 grid worker, grids 1 and 2 of community 1
              demo-handler   demo-unit-lead           承办人、单位负责人 property company
              demo-handler-street  demo-handler-committee   街道办、居委会 street office, committee
              demo-dispatcher  demo-dispatcher-c1 … c4      社区管理员 dispatchers
              demo-supervisor  demo-admin             督办、管理员 supervisor, admin
              any other code 其他任意登录码            新居民 a new resident

            第一步 Begin with:
              curl -s %1$s/api/v1/sessions -H 'Content-Type: application/json' -d '{"code":"demo-resident"}'

            拨快时钟 Move the clock three days ahead:
              curl -s %1$s/rehearsal/clock -H 'Content-Type: application/json' -d '{"advance":"PT72H"}'

            看微信收到什么 What WeChat was asked to send:
              curl -s %1$s/rehearsal/wechat/messages

            数据在 Data: %2$s （清空重来 begin anew: HUIYIN_FRESH=1）
            停止 Stop: Ctrl-C
            """;

    private Guide() {}

    static void print(ConfigurableApplicationContext service, RehearsalOptions options) {
        var port = service.getEnvironment().getProperty("local.server.port");
        Progress.say(TEXT.formatted("http://localhost:" + port, options.folder()));
    }
}
