// Made from ../openapi.yaml by "npm run generate". Do not change it by hand.
export interface paths {
    "/openapi.yaml": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 本文件
         * @description 无需登录。
         */
        get: operations["getContract"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 用 wx.login 得到的 code 登录
         * @description 无需登录。第一次登录的微信用户自动成为居民账号。code 只能用一次，五分钟内有效。
         */
        post: operations["logIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * 退出登录
         * @description 立即生效，这个 token 从此作废。
         */
        delete: operations["logOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我是谁 */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/stream-tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 换一张打开实时连接的票
         * @description 浏览器的 `EventSource` 不能带请求头，地址里又不能放 token：先换一张票，再打开 `…/events?ticket=票`，不带 `Authorization`。
         *     票只能用一次，1 分钟内有效；它跟着当前的登录，退出登录后由它打开的连接也会结束。能带请求头的（小程序、`fetch`）不需要票。
         */
        post: operations["issueStreamTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 上传一张照片或一段语音
         * @description 用 `wx.uploadFile`，`name` 填 `file`，一次一个文件。格式按内容识别，不看文件名。
         *
         *     | 种类 | 格式 | 上限 |
         *     | --- | --- | --- |
         *     | 照片 | JPEG、PNG、WebP | 10 MiB，5000 万像素 |
         *     | 语音 | MP3、AAC、M4A、AMR、SILK | 5 MiB |
         *
         *     照片里的拍摄位置、设备等信息会在保存前去掉，画面不变，方向保留。
         *     上传后 24 小时内没有随诉求提交的文件会被清理；每个账号最多有 60 个还没提交的文件。
         */
        post: operations["uploadMedia"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 看照片、听语音
         * @description 用别的接口给出的 `url` 原样访问，前面加上服务的地址，无需登录，可直接放进 `<image>`。链接短期有效（15 到 30 分钟），过期后重新取得诉求即可拿到新链接。
         *     上传者本人也可以不带签名、带登录 token 访问。内容不会改变，可以长期缓存；支持 `Range` 分段读取。
         */
        get: operations["showMedia"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 诉求列表
         * @description 新的在前。`mine` 是本人提交的，`desk` 是本岗位要办要看的，`unowned` 是被退回后还没有单位承办的（社区管理员和督办用）。
         */
        get: operations["listTickets"];
        put?: never;
        /**
         * 提交诉求
         * @description 居民自己提交时 `channel` 为 `MINI_PROGRAM`（默认）或 `OFFICIAL_ACCOUNT`；其余渠道由工作人员代为登记，可填 `reporter`。
         *     地点给出楼栋、网格、坐标之一即可；都不给时用账号绑定的住址。`category` 不填时按文字自动建议，由工作人员确认。
         *     描述里有危险情形（如漏电、燃气泄漏）时自动按紧急处理。
         */
        post: operations["fileTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{no}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一件诉求的进展
         * @description 轮询时带上 `If-None-Match`，没有变化就是 304，没有内容。居民和工作人员写的文字、传的照片都要经过微信内容安全核对；`check` 不为空时说明进展，
         *     看不到的文字由一句说明代替，看不到的照片没有 `url`，照着显示即可。写的人自己一直看得到，`check` 为 HELD 时请显示“正在核对”。`deadlines[].why` 说明为什么是这个时间；`moves` 是当前账号现在可以做的操作，照着显示按钮即可。
         */
        get: operations["getTicket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{no}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 实时看一件诉求的进展
         * @description 服务器推送（`text/event-stream`），连着不断开：先说现在怎样，以后每有变化说一次。事件名 `ticket`，内容是 `{"no","stageName","etag"}`，
         *     `id` 是版本；收到后用 `GET /api/v1/tickets/{no}` 取详情（`etag` 与手里的一样就不用取）。每 15 秒有一行注释，表示连接还在。
         *
         *     断开后带上 `Last-Event-ID` 再连，不会漏掉变化；`retry` 是建议的等待毫秒数。退出登录后连接会结束；最长 30 分钟，之后重新连即可。
         *     小程序用 `wx.request` 的 `enableChunked` 读，或者不用它，按 `If-None-Match` 轮询 `GET /api/v1/tickets/{no}`。网页请用 `fetch` 读流；用 `EventSource` 的，先到 `/api/v1/me/stream-tickets` 换一张票放在 `ticket`，断开后换一张新票重连，把最后的 `id` 放在 `after`。
         */
        get: operations["watchTicket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 实时知道有没有新消息
         * @description 服务器推送（`text/event-stream`）。事件名 `inbox`，内容是 `{"newest"}`：最新一条站内消息的编号，没有为 `"0"`；收到后用 `GET /api/v1/inbox` 取。
         *     其他与 `GET /api/v1/tickets/{no}/events` 一样。
         */
        get: operations["watchInbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{no}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 办理一步
         * @description | move | 意思 | 还要给什么 |
         *     | --- | --- | --- |
         *     | CLASSIFY | 分类 | `category`、`urgency`、`handlingKind`、`colour`，都可不填；`gridId` 改正地点 |
         *     | DISPATCH | 转办 | `unitId`，不填按规则 |
         *     | ACCEPT | 接单 | |
         *     | RETURN | 退回 | `note` 必填 |
         *     | CO_HANDLE | 请求协办 | `unitId` 必填 |
         *     | ESCALATE | 上报 | `note` 必填，`unitId` 不填为上一级 |
         *     | FOLLOW_UP | 跟进 | `note` 必填；`tellResident` 为 false 时只给工作人员看 |
         *     | PAUSE / RESUME | 暂停、恢复计时 | 暂停时 `note` 必填 |
         *     | EXTEND | 延期 | `note`、`days` 必填，`deadline` 不填为最近的一个 |
         *     | REPLY | 答复 | `note` 必填 |
         *     | ARCHIVE | 归档 | |
         *     | WITHDRAW | 撤回 | 居民用 |
         *     | REOPEN | 重新办理 | `note` 必填 |
         *     | SUPERVISE | 督办 | `note` 必填，`days` 为整改的工作日数 |
         *
         *     工作人员必须带 `If-Match`（最近一次看到的 `ETag`）；居民可以不带。无论怎样转办、退回、上报，首接单位和已经开始的时限都不变。
         */
        post: operations["moveTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{no}/supplements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 补充情况 */
        post: operations["supplementTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{no}/nudges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 催办
         * @description 有间隔限制，太频繁时 429。可以不带内容。
         */
        post: operations["nudgeTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{no}/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 回访评价
         * @description 答复之后，居民说解决了没有、打几分。没有解决或 1 到 2 分会自动重新办理并督办。网格员电话或上门回访时也用它代填。
         */
        post: operations["rateTicket"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/tickets/{no}/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 核对全程留痕
         * @description 每一步的记录前后相扣（哈希链），改动、删除、调换任何一条都会被发现。把上次得到的 `head` 带上，可以确认那之前的记录没有被换掉。
         */
        get: operations["verifyTicket"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visit-services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 可以预约谁
         * @description 社区医生、律师、人社专员、心理咨询师、网格员等。带上 `text`（居民自己的话）时，合适的排在前面，`suggested` 为 true，`because` 是依据的词。
         *     `needs` 是可以勾选的全部需要。一次给全，`nextCursor` 总是 `null`。
         */
        get: operations["listVisitServices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visit-services/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 增加或修改一项预约服务
         * @description 管理员用。停用后不能再开放新的时段，已经约好的不受影响。
         */
        put: operations["putVisitService"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointment-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 预约规则
         * @description 一户最多约几个、提前多久约和取消、路上算多少时间等。修改后，新开放的时段按新规则，已开放的不变。
         */
        get: operations["getAppointmentPolicy"];
        /**
         * 修改预约规则
         * @description 管理员用，整份提交。
         */
        put: operations["putAppointmentPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 可预约的时段
         * @description `bookable`（默认）是本人所住社区里还来得及预约的时段，约满的也列出来（`free` 为 0），可以排队。`desk` 是工作人员看的：管辖范围内和自己出面的全部时段，包括已过和已关闭的。早的在前。
         */
        get: operations["listSlots"];
        put?: never;
        /**
         * 开放时段
         * @description 社区管理员用。只给 `date` 就是那一天；加上 `until`、`weekdays` 就是一段日子里的每个星期几。`minutesEach` 把每天切成等长的时段，`pauseMinutes` 是中间留的间隔。一次最多 200 个时段、92 天。
         *     上门（`HOME`）的时段一次只约一户。服务人员那时在别处、或从别的楼赶过来来不及的，跳过并在 `skipped` 里说明。
         */
        post: operations["openSlots"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/slots/{id}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 关闭时段、改名额
         * @description 社区管理员用。`CLOSE` 关闭，`note` 必填：已约好的和排队的都会收到通知、原因和别的可约时间。`RESIZE` 改名额，`capacity` 必填：多出来的名额马上给排队的人。
         */
        post: operations["moveSlot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 预约列表
         * @description 列表里不带 `timeline`。`mine` 是本人的，新的在前；`desk` 是工作人员看的，按开始时间，默认从昨天起。
         */
        get: operations["listAppointments"];
        put?: never;
        /**
         * 预约
         * @description 给自己约，或给同住的家人约（`family`，姓名和电话加密保存；同名的家人按家庭档案认作一个人）。约满时带 `queue: true` 就排队：有名额自动排上，会通知，去不了可以取消。
         *     同一个人不能同时约在两个地方；一户同时没办完的预约有上限。`needs` 可以是需要的代码，也可以是居民的话，不填就从 `purpose` 里看。
         *     `purpose` 里不能写电话和身份证号。工作人员替打电话来的居民约时填 `resident`。
         */
        post: operations["bookVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一次预约
         * @description 轮询时带上 `If-None-Match`。`moves` 是当前账号现在可以做的操作，照着显示按钮即可。
         */
        get: operations["getAppointment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 改时间、取消、到场、未到、完成
         * @description | move | 意思 | 谁、什么时候 |
         *     | --- | --- | --- |
         *     | RESCHEDULE | 改时间 | `slotId` 为新的时段，要是同一种服务。居民在 `slot.cancelUntil` 之前；工作人员在开始之前，`note` 必填 |
         *     | CANCEL | 取消 | 同上；空出的名额自动给排队的第一位 |
         *     | ARRIVE | 到场 | 服务人员、社区管理员，开始前一小时起 |
         *     | NO_SHOW | 记为未到 | 服务人员、社区管理员，开始之后；记错了可以再 ARRIVE |
         *     | COMPLETE | 完成 | 服务人员、社区管理员，到场之后 |
         *
         *     工作人员必须带 `If-Match`（最近一次看到的 `ETag`）；居民可以不带。
         */
        post: operations["moveAppointment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 联系电话
         * @description 给上门的服务人员和社区管理员。每次查看都会记入审计。
         */
        get: operations["getAppointmentPhone"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visit-records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 走访记录列表
         * @description 新的在前；列表里没有加密的内容（清单回答、记录、暖心备注、给住户的话、照片）。
         *     `ticket` 给出由哪次走访发现的（一条或没有）；`household` 给出一户的；否则按 `scope`：mine 是本人做的，desk 是所管范围里的。
         */
        get: operations["listVisitRecords"];
        put?: never;
        /**
         * 录入一次走访
         * @description 可以离线填写、过后再传：`id` 由手机生成（例如 UUID），同一条记录传几次都只有一条，得到同样的回答；`at` 是手机上的走访时间，几天后才传到也照这个时间算。
         *     走访后 24 小时内应录入，`entryDueAt` 是期限，过了仍可录入，记为 `late`。
         *     见到了居民（MET）的，这一户此前要已经同意走访，或者用 `consent` 记下当场告知目的并得到同意；居民谢绝的，把 `outcome` 记为 REFUSED，会请社区书记再联系一次。
         *     `problems` 里的每一件当场转成诉求，`cards` 里的每一张成为需求卡；整条记录要么全部存下，要么一点也不存。
         *     `words`、`warmNote` 和清单回答加密保存，只给工作人员看；`toHousehold` 给住户看。文字里不能写电话和身份证号。
         */
        post: operations["keepVisitRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visit-records/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 一次录入几条走访
         * @description 离线之后一起传。按顺序一条一条办，每一条各有各的回答，一条有错不影响别的；已经存过的再传也没关系。
         *     没有存下的那一条，`code`、`detail`、`errors` 与单独录入时的回答相同。
         */
        post: operations["keepVisitRecords"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visit-records/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一条走访记录
         * @description 全部内容，给做这次走访的人和所管范围内的工作人员。每看一次，住户都看得到。
         */
        get: operations["getVisitRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visit-checklists": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 走访清单
         * @description 照着显示就能填。不带 `household` 是全部，供手机离线时用；带上就只给这一户适用的（按标签）。
         *     回答时写明 `version`。
         */
        get: operations["getVisitChecklists"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visit-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 待录入的走访
         * @description 本人按预约上过门、还没有录入的，先到期的在前。录入时带上 `appointmentId`。
         */
        get: operations["listVisitEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/{id}/visit-brief": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 去之前看一看
         * @description 这一户对走访的意愿、以前的人留下的暖心备注、没办完的需求卡、适用的清单。每看一次，住户都看得到。
         */
        get: operations["getVisitBrief"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/{id}/visit-consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一户对走访的意愿 */
        get: operations["getVisitConsent"];
        put?: never;
        /**
         * 记下告知、同意或谢绝
         * @description | deed | 意思 | 谁 |
         *     | --- | --- | --- |
         *     | TELL | 告知走访目的，`purpose` 必填 | 网格员、社区管理员 |
         *     | AGREE | 同意；要先告知。谢绝过的，只有居民主动提出才可以（`byItself: true`） | 同上 |
         *     | REFUSE | 谢绝；会请社区书记再联系一次 | 同上 |
         *     | TAKE_BACK | 收回同意，算作谢绝 | 同上 |
         *     | AGREE_AFTER_ALL | 社区书记再联系后同意 | 社区管理员 |
         *     | REFUSE_AGAIN | 社区书记再联系后仍谢绝，一年内不再问 | 社区管理员 |
         *
         *     每次谢绝，社区书记只再联系一次。经过只增不改。
         */
        post: operations["noteVisitConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/mine/visit-consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我家对走访的意愿
         * @description 告知过什么、什么时候同意或谢绝的，都在这里。
         */
        get: operations["getOwnVisitConsent"];
        put?: never;
        /**
         * 同意、谢绝或收回同意
         * @description 随时可以改。谢绝不用说原因，也不影响别的服务。
         */
        post: operations["sayVisitConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/mine/visits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 到我家的走访
         * @description 新的在前。工作人员之间的记录不在里面。
         */
        get: operations["listOwnVisits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/mine/need-cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我家的需求卡
         * @description 新的在前。
         */
        get: operations["listOwnNeedCards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visit-consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 各户对走访的意愿
         * @description 所管范围里的；不填 `state` 就是谢绝的。列表里不带经过。
         */
        get: operations["listVisitConsents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visit-notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 告知过什么
         * @description 这个地方和它上面各级的，新的在前。
         */
        get: operations["listVisitNotices"];
        put?: never;
        /**
         * 向大家告知走访目的
         * @description 贴在公告栏或发在微信群里的，记在这里：90 天内，这个地方的每一户都算已告知。
         */
        post: operations["hangVisitNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/need-cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 需求卡列表
         * @description 所管范围里的。open 是没办完的，先到期的在前；closed 是办完的，新的在前。`household` 给出一户的全部。
         */
        get: operations["listNeedCards"];
        put?: never;
        /**
         * 开一张需求卡
         * @description 走访之外得知的需求，例如电话回访（`source: CALLBACK`，带上 `ticketNo`）。走访里得知的写在走访记录的 `cards` 里。
         *     期限：红色1个月，黄色3个月，绿色1年；`dueOn` 可以更早。
         */
        post: operations["openNeedCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/need-cards/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一张需求卡 */
        get: operations["getNeedCard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/need-cards/{id}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 接办、办好、办不成、换颜色
         * @description | move | 意思 | note |
         *     | --- | --- | --- |
         *     | TAKE_UP | 接过来办；也可以从别人那里接过来 | |
         *     | DONE | 办好了 | 做了什么，必填，住户看得到 |
         *     | DROP | 办不成或不需要了 | 为什么，必填，住户看得到 |
         *     | RECOLOUR | 换颜色，期限随着变，从提出那天算 | 为什么，必填；`colour` 是新的颜色 |
         *
         *     网格员、社区管理员可以办，必须带 `If-Match`。
         */
        post: operations["moveNeedCard"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/household": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 上门前看这户人家的卡片
         * @description 给约好上门的服务人员，从前一天起到结束后一天可以看。内容打码，只露出上门用得着的；每次查看都会记下来，住户看得到。
         */
        get: operations["getAppointmentHousehold"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一年的放假与调休
         * @description 当年的放假通知还没有公布时，`provisional` 为 true，只列法定节日。
         */
        get: operations["getCalendarYear"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/calendar/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 导入一年的放假通知
         * @description 管理员用。整年导入，可以重复导入以更正。还没到期的时限随之重排，并通知有关的人。
         *     也可以用 `text/csv`，每行 `日期,类别,节日`，年份与通知名称写在地址里。
         */
        post: operations["importCalendarNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deadline-policies/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 现行的时限规则 */
        get: operations["getDeadlinePolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deadline-policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 发布新版时限规则
         * @description 管理员用。整份发布；只对之后开始的时限生效，正在走的时限仍按原来的版本。
         */
        post: operations["putDeadlinePolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 核对全部操作记录 */
        get: operations["verifyAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/head": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 操作记录的末端
         * @description 记下它，日后就能核对此前的记录有没有被改动。
         */
        get: operations["getAuditHead"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 操作记录
         * @description 从第一条起按顺序。
         */
        get: operations["listAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/phone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 绑定手机号
         * @description 用“获取手机号”按钮得到的 code。回答里只有打码后的号码。
         */
        put: operations["putMyPhone"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/message-preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我想怎么收到提醒 */
        get: operations["getMyMessagePreferences"];
        /**
         * 设置怎么收到提醒
         * @description 整个替换，重复发送结果一样。休息时间里的消息先放进站内信，时间到了再提醒；攒了三条以上就合成一条。 有危险的提醒和必须告诉本人的消息关不掉：请把回答里的 `note` 显示给用户看。
         */
        put: operations["putMyMessagePreferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/employee-binding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 报告用工关系绑定
         * @description 工作人员用。`wx.bindEmployeeRelation` 得到 `accept` 之后报 `true`，此后工作提醒多一条路（用工消息）；不想要了报 `false`。
         */
        put: operations["putMyEmployeeBinding"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 填写住址
         * @description 填写后由网格员确认。提交诉求时不写地点就用它。
         */
        put: operations["putMyHome"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/homes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 居民填写的住址
         * @description 网格员和社区管理员用，只看自己管辖的。
         */
        get: operations["listHomes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/homes/{accountId}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 确认住址属实
         * @description 网格员和社区管理员用；自己的住址请别人确认。
         */
        post: operations["confirmHome"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/homes/{accountId}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 住址不属实
         * @description 网格员和社区管理员用；自己的住址请别人确认。
         */
        post: operations["refuseHome"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 按手机号或编号找账号
         * @description 管理员用。二选一；用 POST 是为了不让手机号出现在地址里。
         */
        post: operations["searchAccounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/accounts/{id}/posts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 任免岗位
         * @description 管理员用，整份替换。只能任免自己管辖范围内的岗位；改动后那个人要重新登录。
         */
        put: operations["putPosts"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 这次点击该请求哪些订阅授权
         * @description 最多五个，直接交给 `wx.requestSubscribeMessage`。不写 `occasion` 时按身份给出。
         */
        get: operations["listTemplatesToAsk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/subscriptions/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的授权还剩几条 */
        get: operations["listGrants"];
        put?: never;
        /**
         * 记下居民的授权
         * @description 把 `wx.requestSubscribeMessage` 的结果原样交来（去掉 errMsg）。每次 accept 记一次，可发一条。
         */
        post: operations["recordGrants"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 站内消息
         * @description 新的在前。不管有没有授权订阅，消息都在这里。
         */
        get: operations["listInbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/inbox/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 读过了 */
        post: operations["readMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/digests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 工作情况汇总
         * @description 网格每天、社区每周、街道每月一份，新的在前。只看得到自己负责的地方；没有什么可说的那天没有。数字是汇总时数的，之后不再变。
         */
        get: operations["listDigests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/digests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一份汇总
         * @description 消息里的 `pages/desk/digest?id=…` 打开的就是它。
         */
        get: operations["getDigest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/todos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 待办
         * @description 系统送不到的消息、需要上门或电话的回访等，由人来办的事。
         */
        get: operations["listTodos"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/todos/{id}/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 办完了 */
        post: operations["finishTodo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 等人核对的内容
         * @description 社区管理员、督办用，只列自己管的地方，新的在前。
         */
        get: operations["listContentChecks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content-checks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一段要核对的内容 */
        get: operations["getContentCheck"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/content-checks/{id}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 放行或不通过
         * @description 放行后大家都看得到；不通过的内容不再显示，诉求照常办理，写的人会收到消息，请他换个说法。必须带 `If-Match`（列表里的 `etag`）。
         */
        post: operations["decideContentCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ops/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 发送情况
         * @description 管理员用。默认只看发不出去的。
         */
        get: operations["listOutbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ops/outbox/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一条消息的来龙去脉 */
        get: operations["getOutboxMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ops/outbox/{id}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重新发送或放弃 */
        post: operations["moveOutboxMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ops/outbox/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 把同一种原因没发出去的消息一起重新发送
         * @description 只动发不出去的（DEAD），从最早的开始。
         */
        post: operations["moveOutboxMessages"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ops/messaging": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 消息发送总览 */
        get: operations["getMessagingOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ops/messaging/templates/{templateId}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重新启用被停用的模板 */
        post: operations["releaseTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wechat/pushes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 微信推送的处理情况
         * @description 管理员用。默认只看处理不了、搁置的。不显示是谁、说了什么。
         */
        get: operations["listWechatPushes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wechat/pushes/{id}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 重新处理一条搁置的推送 */
        post: operations["takeUpWechatPush"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/message-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 消息模板的情况
         * @description 每个模板配置了没有、微信那边有没有、字段对不对、是否被停用。启动后不久向微信核对，以后每几个小时再核对一次。
         */
        get: operations["listMessageTemplates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/places": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 街道、社区、网格、楼栋
         * @description 逐级选择用。不写 `parent` 为各街道。
         */
        get: operations["listPlaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 承办单位 */
        get: operations["listUnits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 分类与反馈指南
         * @description 无需登录。一次给出全部。
         */
        get: operations["listCategories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/categories/suggestion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 这句话像哪一类
         * @description 无需登录。居民边写边问（停笔半秒再问一次即可），把分类和反馈指南显示在输入框下面。只是建议，最后由工作人员确认；文字不保存。
         */
        get: operations["suggestCategory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/community": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 导入整条街道的地点与单位
         * @description 管理员用。整份导入，要么全部生效，要么都不变；同样的内容再导入一次不会改变什么。文件里不再有的地点和单位会被删除。
         */
        put: operations["importStreets"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/console/categories/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 增加或修改分类的子项
         * @description 管理员和社区管理员用。子项代码以大类开头，如 FACILITY.STREET_LIGHT；停用的子项不再提供选择，已有的诉求不变。
         */
        put: operations["putSubItem"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 住户列表
         * @description 网格员、社区管理员、督办人员用，只列自己管辖的；按楼栋和门牌排列，不含姓名、电话等个人信息。
         */
        get: operations["listHouseholds"];
        put?: never;
        /**
         * 建立一户的档案
         * @description 网格员和社区管理员用。回答里没有个人信息，请再用 `Location` 取档案。
         */
        post: operations["beginHousehold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 各网格的户数
         * @description 户数、类别、居住状态、到期未联系和到期未核对的数量。
         */
        get: operations["countHouseholds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 档案用的词
         * @description 标签、五大领域 23 项需求、居住状态、类别、关系、查看目的，供页面选择。
         */
        get: operations["getHouseholdWords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/searches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 按电话或身份证号查找
         * @description 二者选一。号码放在请求体里，不放在地址里。找到的每一户都会看到这次查找。
         */
        post: operations["searchHouseholds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 导入一栋楼
         * @description 网格员和社区管理员用，最多 300 户。有一行不对就一户也不导入；已有档案的门牌跳过并列出。
         *     也可以用 text/csv，第一行固定为 `门牌,居住状态,姓名,出生,关系,电话,身份证号,标签,标签依据`，一人一行，同一门牌归为一户。
         */
        post: operations["importHouseholds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一户的档案
         * @description 网格员、社区管理员、督办人员用，必须说明目的；每次查看都会记下来，住户看得到。按岗位不该看的内容为 null 或打码。
         *     `asOf` 给出那一天的档案，`knownAt` 只算到那一刻为止已知道的。
         */
        get: operations["getHousehold"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/{id}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 修改档案
         * @description 网格员和社区管理员用。一次可以改几项，要么都改，要么都不改；从哪天起属实写在 `from`，不写为今天。自己家的档案请用“我的家”。
         */
        post: operations["changeHousehold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 档案的历史
         * @description 谁、什么时候、从哪天起、为什么改了什么，最新的在前。
         */
        get: operations["getHouseholdHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我的家
         * @description 住址经网格员确认的居民看自己家的档案；第一次查看时自动建立。家人的电话和证件号打码，自己的联系方式完整。
         */
        get: operations["getMyHousehold"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/mine/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 更正我的家
         * @description 自己的联系方式（CONTACT）、需求（WISH）、可以分享的资源（RESOURCE）马上生效；成员、标签和居住状态由网格员确认后生效，列在 `proposed` 里。把自己登记为成员时写 `me: true`。
         */
        post: operations["changeMyHousehold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/mine/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我家提交的更正
         * @description 最近 50 条，最新的在前。
         */
        get: operations["listMyProposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/households/mine/looks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 谁看过我家的档案
         * @description 每次查看、查找都在这里，写明是谁、什么岗位、什么目的。最新的在前。
         */
        get: operations["listLooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/household-proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 居民提交的更正
         * @description 网格员和社区管理员用，只列自己管辖的、还没处理的，最早的在前。
         */
        get: operations["listProposals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/household-proposals/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 采纳更正
         * @description 从居民写明的那天起生效。
         */
        post: operations["acceptProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/household-proposals/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 不采纳更正
         * @description 原因居民看得到。
         */
        post: operations["refuseProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/household-samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 抽查档案是否准确
         * @description 社区管理员和督办人员用。样本由公开的随机种子决定，谁都可以重新抽一遍：抽样当天已有的档案，按 `SHA-256("种子:编号")` 的十六进制从小到大取前几户。
         */
        post: operations["drawHouseholdSample"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/household-samples/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一次抽查
         * @description 已核对的户数与准确率；95% 以上为合格。
         */
        get: operations["getHouseholdSample"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/household-samples/{id}/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 记下一户的核对结果
         * @description `wrong` 写不对的栏目名，全对就留空；只记栏目名，不记内容。
         */
        post: operations["checkHouseholdSample"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visit-dues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 该走访的住户
         * @description 网格员、社区管理员、督办人员用，只列自己管辖的；超期最久的在前。空置和长期外出的不列；谢绝走访的列出来并标明 `refused`，请不要上门。
         *     到期前几天开始列为 DUE，过了最后一天还没走访为 OVERDUE。
         */
        get: operations["listVisitDues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visit-debts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 走访欠账
         * @description 每个网格或社区一行：多少户、欠多少次、哪一类、最久晚了多少天。一户按自己的频次，每错过一个到期日算欠一次；补走访一次就不再欠。
         */
        get: operations["listVisitDebts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visit-policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 走访频次
         * @description 全部频次，和自己管辖的地方各选了哪一种。离得最近的选择生效；都没选的用“所有地方”（`placeId` 为空）那一行。
         */
        get: operations["listVisitPolicies"];
        put?: never;
        /**
         * 发布一种走访频次的新版
         * @description 管理员用，整份发布，马上对选了它的地方生效。新的代码从 `If-Match: "0"` 开始。频次没有变的类别，到期日不变；变密了的，从今天起给足提前天数。
         */
        post: operations["putVisitPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visit-policies/choices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 为一个街道或社区选择走访频次
         * @description 街道、社区的管理员和督办人员用。
         */
        post: operations["chooseVisitPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cares": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 特殊家庭和家庭服务专员
         * @description `scope=desk` 列自己管辖的，`scope=mine` 列由自己负责的。没有专员的在前，之后按该回顾的日子。
         */
        get: operations["listCares"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cares/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 各社区的特殊家庭
         * @description 多少户没有专员、没有计划、到期没有回顾。
         */
        get: operations["countCares"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cares/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 我家的家庭服务专员
         * @description 专员是谁，和计划里写给住户看的话。
         */
        get: operations["getMyCare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cares/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一户的专员服务
         * @description 计划和各次的说明只给这一户的专员和社区管理员看，住户在“谁看过我家”里看得到；其他管辖的人只看到进度。
         */
        get: operations["getCare"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cares/{id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 指定或更换专员、制定计划、每月回顾
         * @description ASSIGN 指定专员（社区管理员；`specialistId`）· HAND_OVER 更换专员（社区管理员；`specialistId`，`note` 写原因）·
         *     PLAN 制定或修改计划（专员；`plan`）· REVIEW 每月回顾（专员；`note` 写看到的情况，计划有变时带上整份 `plan`）。
         */
        post: operations["stepCare"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visit-campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 走访活动
         * @description 自己管辖的地方的，新的在前；包括系统为春节、中秋、开学季、供暖季提议的（PROPOSED）。
         */
        get: operations["listVisitCampaigns"];
        put?: never;
        /**
         * 开始一次走访活动
         * @description 街道、社区的管理员和督办人员用。住户随档案的变化加入或离开；空置和长期外出的不算；重点人群先走访，并且要入户。
         *     选了试点社区先在试点走访，之后用 SPREAD 全面铺开。同一个地方同一段时间只能有一次。
         */
        post: operations["beginVisitCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visit-campaigns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一次走访活动 */
        get: operations["getVisitCampaign"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visit-campaigns/{id}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 确认、铺开、延期、结束
         * @description ACCEPT 确认提议的主题走访 · DROP 不开展 · SPREAD 从试点到全面 · EXTEND 改结束的日子（`endsOn`）· CLOSE 结束，进度就此定下。
         */
        post: operations["moveVisitCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visit-campaigns/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 走访活动的进度
         * @description 每个网格或社区一行；结束了的，是结束那一刻的数。
         */
        get: operations["getVisitCampaignProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visit-campaigns/{id}/homes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 走访活动的住户
         * @description 自己管辖的，先走访的（重点人群）在前，其余按楼栋和门牌。
         */
        get: operations["listVisitCampaignHomes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visit-teams/qualifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 队员的专长
         * @description 每种专长对应哪些需求和标签。
         */
        get: operations["listVisitQualifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visit-teams/{communityId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 社区的“1+3+N”走访队伍 */
        get: operations["getVisitTeam"];
        /**
         * 安排走访队伍
         * @description 本社区的管理员用，整份提交。1 名社区书记、3 名网格员（每人 1 到 2 个网格）、N 名志愿者和专业人员；没凑齐的也能保存，`missing` 会说缺什么。
         */
        put: operations["putVisitTeam"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visit-teams/companions/{householdId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 走访这一户，谁一起去
         * @description 这个网格的网格员，加上专长正好对应这一户需求和标签的队员，人数尽量少。
         */
        get: operations["getVisitCompanions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visit-routes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 网格员一天的走访路线
         * @description 先超期、再到期，特殊、重点、普通依次；选好的按楼号走，楼里从上到下，约好的时间不动。谢绝走访的不列。同样的情况得到同样的路线。
         */
        get: operations["getVisitRoute"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/spot-draws": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 走访抽查是怎么抽的
         * @description 无需登录，任何人都可以核对。每个街道每月抽一次，新的在前。`commitment` 在月底以前公布；月底再过几天才抽，抽完公布 `secret` 等，任何人都可以重抽一遍，得到一样的结果。
         */
        get: operations["listSpotDraws"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/spot-draws/{street}/{month}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一个街道一个月的抽查
         * @description 无需登录。还没有抽的，`lists` 是空的。
         */
        get: operations["getSpotDraw"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/spot-draws/{street}/{month}/{community}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一个社区一个月的抽查名单，可以重抽
         * @description 无需登录。只有走访编号，没有任何个人信息。怎么重抽写在 `how` 里；`infra/spotcheck/redraw` 用几行命令就能做一遍。
         */
        get: operations["getSpotDrawList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/spot-checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 抽中要核查的走访
         * @description 督办人员用，只列自己管辖的，新的月份在前。
         */
        get: operations["listSpotChecks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/spot-checks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一次抽查
         * @description 督办人员用。走访记录本身用走访编号去查。
         */
        get: operations["getSpotCheck"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/spot-checks/{id}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 安排和填写核查
         * @description ASSIGN 安排核查人（不写 `supervisorId` 就是自己；走访的人不能核查自己）· TRY 没有联系上住户（`note` 必填，之后还可以再核查）·
         *     REPORT 填写结果（由核查人）：`askedBy` 打电话还是上门，`recorded` 走访记录是否属实，`followed` 发现的问题是否及时跟进（没有问题填 NONE），
         *     `entered` 信息录入是否准确及时。有一项是 WRONG 就是“发现问题”，要写 `note`，之后可以下发整改通知书。
         */
        post: operations["moveSpotCheck"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rectifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 整改通知书
         * @description 督办人员和社区管理员用，只列自己管辖的，新的在前。
         */
        get: operations["listRectifications"];
        put?: never;
        /**
         * 下发整改通知书
         * @description 督办人员对“发现问题”的抽查下发，一次抽查一份。期限按工作日算，不写 `days` 就按规定（7 个工作日）。社区管理员马上收到，到期前、当天、过期后有提醒，过期几天仍不答复会告诉街道。
         */
        post: operations["issueRectification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rectifications/{no}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一份整改通知书
         * @description 全部经过，新的在前。
         */
        get: operations["getRectification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rectifications/{no}/moves": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 答复、验收、退回、撤销、回头看
         * @description ANSWER 社区管理员答复 · ACCEPT 督办人员验收通过 · SEND_BACK 督办人员退回（重新计期限）· WITHDRAW 督办人员撤销（还没有答复时）·
         *     LOOK_BACK 季度结束后督办人员回头看，`result`：HOLDS 保持 · RELAPSED 反弹（再整改，重新计期限）· STILL_OPEN 仍未整改到位。
         *     除了 ACCEPT 和 HOLDS，都要写 `note`。
         */
        post: operations["moveRectification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/look-backs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 回头看
         * @description 督办人员用。每个季度结束后自动开始，列最近一百个，新的在前；要看哪些用 `GET /api/v1/rectifications?lookBack=true`。
         */
        get: operations["listLookBacks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/visit-figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 走访数字
         * @description 网格员、社区管理员、督办人员看自己管辖的地方。一次给出这个地方和它下一级每个地方的数字；两头的日子都算。
         */
        get: operations["getVisitFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/oversight-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 监督规则
         * @description 抽查比例、各种期限（除 `drawAfterDays` 外都是工作日）。
         */
        get: operations["getOversightRules"];
        /**
         * 修改监督规则
         * @description 管理员用，整份提交。已经公布 commitment 的抽查、已经下发的通知书不变。
         */
        put: operations["putOversightRules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 导出我的全部信息
         * @description 本服务保存的、与您有关的全部信息，按来源分节。回答不会被保存；这次导出会记入审计。
         */
        post: operations["exportMyData"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 我的注销申请 */
        get: operations["listErasures"];
        put?: never;
        /**
         * 申请注销并删除我的信息
         * @description 冷静期 7 天，其间可以撤回；到期自动办理，不能恢复。法律要求保留的（如诉求办理记录）会去掉您的身份后保留，其余全部删除；办完后 `done` 逐条说明。已有一次在等待时，返回那一次。
         */
        post: operations["askErasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me/erasures/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤回注销申请 */
        post: operations["withdrawErasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 加密密钥
         * @description 管理员用。只显示密钥的标记、是否在用、各封存了多少条；绝不显示密钥。不再封存任何内容的旧密钥可以去掉。
         */
        get: operations["listKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        Problem: {
            /** @description urn:huiyin:problem: 加上 code */
            type: string;
            /** @description 状态的意思 */
            title: string;
            status: number;
            /** @description 一句话，可以直接给居民看 */
            detail: string;
            /** @description 供程序判断 */
            code: string;
            /** @description 报修时请一并提供 */
            traceId: string;
            /** @description 哪些字段不对；没有时省略 */
            errors?: components["schemas"]["Fault"][];
        };
        Fault: {
            /** @description JSON 里的路径，例如 place.gridId、media[2]；也可能是参数或请求头的名字 */
            field: string;
            /** @description 为什么不行 */
            detail: string;
        };
        LogIn: {
            /** @description wx.login 得到的 code */
            code: string;
        };
        Session: {
            token: string;
            /**
             * Format: date-time
             * @description 到期后重新登录
             */
            expiresAt: string;
            account: components["schemas"]["Account"];
        };
        Account: {
            id: string;
            displayName: string;
            roles: components["schemas"]["Role"][];
        };
        StreamTicket: {
            /** @description 放在 events 地址的 ticket 参数里 */
            ticket: string;
            /** Format: date-time */
            expiresAt: string;
        };
        Me: {
            id: string;
            displayName: string;
            roles: components["schemas"]["Role"][];
            posts: components["schemas"]["Post"][];
            /** @description 打码的手机号 */
            phone: string | null;
            home: components["schemas"]["MyHomeOrNull"];
        };
        /** @description 岗位：角色和管辖的地方或单位 */
        Post: {
            role: components["schemas"]["Role"];
            placeId: string | null;
            unitId: string | null;
        };
        /**
         * @description RESIDENT 居民 · GRID_WORKER 网格员 · HANDLER 承办人 · UNIT_LEAD 单位负责人 · DISPATCHER 社区管理员 · SUPERVISOR 督办 · ADMIN 管理员 · SYSTEM 系统
         * @enum {string}
         */
        Role: "RESIDENT" | "GRID_WORKER" | "HANDLER" | "UNIT_LEAD" | "DISPATCHER" | "SUPERVISOR" | "ADMIN" | "SYSTEM";
        Upload: {
            /** Format: binary */
            file: string;
        };
        Uploaded: {
            /** @description 提交诉求时放进 media */
            id: string;
            /** @description 短期有效的地址，前面加上服务的地址即可显示 */
            url: string;
        };
        CategorySuggested: {
            /** @description 分类代码；说不准时为 OTHER */
            category: string;
            name: string;
            /** @description 怎么说清楚这类事 */
            guide: string | null;
            urgency: components["schemas"]["Urgency"];
            /** @description 依据的词 */
            keywords: string[];
            confidence: number;
        };
        Submission: {
            /** @description 要反映的事情，不能全是空白 */
            description: string;
            /** @description 分类代码 */
            category?: string | null;
            /** @description 有危险，需要马上处理 */
            urgent?: boolean | null;
            place?: components["schemas"]["PlaceAsked"];
            /** @description 先上传得到的编号 */
            media?: string[] | null;
            /** @description 不让承办单位知道是谁 */
            anonymous?: boolean | null;
            channel?: components["schemas"]["ChannelOrNull"];
            reporter?: components["schemas"]["ReporterAsked"];
        };
        PlaceAsked: {
            gridId?: string | null;
            buildingId?: string | null;
            /** @description 具体位置 */
            detail?: string | null;
            /** @description 经度，与纬度一起给 */
            lng?: number | null;
            /** @description 纬度 */
            lat?: number | null;
        } | null;
        /** @description 代谁登记 */
        ReporterAsked: {
            name: string;
            /** @example 13900000001 */
            phone: string;
        } | null;
        /**
         * @description MINI_PROGRAM 小程序 · OFFICIAL_ACCOUNT 公众号 · PHONE 电话 · COUNTER 窗口 · SUGGESTION_BOX 意见箱 · HOME_VISIT 走访 · PATROL 巡查队
         * @enum {string}
         */
        Channel: "MINI_PROGRAM" | "OFFICIAL_ACCOUNT" | "PHONE" | "COUNTER" | "SUGGESTION_BOX" | "HOME_VISIT" | "PATROL";
        /**
         * @description 不填为小程序
         * @enum {string|null}
         */
        ChannelOrNull: "MINI_PROGRAM" | "OFFICIAL_ACCOUNT" | "PHONE" | "COUNTER" | "SUGGESTION_BOX" | "HOME_VISIT" | "PATROL" | null;
        /**
         * @description SUBMITTED 已提交 · CLASSIFIED 已分类 · DISPATCHED 已转办 · IN_PROGRESS 跟进中 · REPLIED 已回复 · ARCHIVED 已归档 · WITHDRAWN 已撤回
         * @enum {string}
         */
        Stage: "SUBMITTED" | "CLASSIFIED" | "DISPATCHED" | "IN_PROGRESS" | "REPLIED" | "ARCHIVED" | "WITHDRAWN";
        /** @enum {string|null} */
        StageOrNull: "SUBMITTED" | "CLASSIFIED" | "DISPATCHED" | "IN_PROGRESS" | "REPLIED" | "ARCHIVED" | "WITHDRAWN" | null;
        /**
         * @description 每一步。前一步是 SUBMIT 提交；SUPPLEMENT 补充、NUDGE 催办、CALLBACK 评价各有自己的接口；REPLAN 是放假通知公布后系统重排时限
         * @enum {string}
         */
        Move: "SUBMIT" | "CLASSIFY" | "DISPATCH" | "ACCEPT" | "RETURN" | "CO_HANDLE" | "ESCALATE" | "FOLLOW_UP" | "PAUSE" | "RESUME" | "EXTEND" | "REPLY" | "ARCHIVE" | "WITHDRAW" | "REOPEN" | "SUPERVISE" | "SUPPLEMENT" | "NUDGE" | "CALLBACK" | "REPLAN";
        /**
         * @description REPORTER 居民 · RECORDER 登记人 · GRID_WORKER 网格员 · HOLDER 承办人 · HOLDER_LEAD 单位负责人 · FIRST_RECEIVER 首接单位 · CO_HANDLER 协办单位 · DISPATCHER 社区管理员 · SUPERVISOR 督办 · SYSTEM 系统
         * @enum {string}
         */
        Part: "REPORTER" | "RECORDER" | "GRID_WORKER" | "HOLDER" | "HOLDER_LEAD" | "FIRST_RECEIVER" | "CO_HANDLER" | "DISPATCHER" | "SUPERVISOR" | "SYSTEM";
        /**
         * @description NORMAL 一般 · URGENT 紧急（24 小时内处置）
         * @enum {string}
         */
        Urgency: "NORMAL" | "URGENT";
        /** @enum {string|null} */
        UrgencyOrNull: "NORMAL" | "URGENT" | null;
        /**
         * @description IMMEDIATE 即时解决 · COORDINATED 协调联动 · LONG_TERM 长期跟进
         * @enum {string}
         */
        HandlingKind: "IMMEDIATE" | "COORDINATED" | "LONG_TERM";
        /**
         * @description IMMEDIATE 即时解决 · COORDINATED 协调联动 · LONG_TERM 长期跟进
         * @enum {string|null}
         */
        HandlingKindOrNull: "IMMEDIATE" | "COORDINATED" | "LONG_TERM" | null;
        /**
         * @description 台账颜色：RED 有危险，马上办 · YELLOW 三日内答复 · GREEN 列入社区计划
         * @enum {string|null}
         */
        ColourOrNull: "RED" | "YELLOW" | "GREEN" | null;
        VisitServicePage: {
            items: components["schemas"]["VisitService"][];
            /** @description 可以勾选的需要 */
            needs: components["schemas"]["CodeAndName"][];
            nextCursor: string | null;
        };
        VisitService: {
            code: string;
            name: string;
            about: string;
            /** @description 对应哪些需要 */
            needs: components["schemas"]["CodeAndName"][];
            active: boolean;
            /** @description 那句话说的就是它 */
            suggested: boolean;
            /** @description 依据的词 */
            because: string[];
        };
        VisitServiceChange: {
            name: string;
            about: string;
            needs: string[];
            active: boolean;
        };
        CodeAndName: {
            code: string;
            name: string;
        };
        CodeAndNameOrNull: {
            code: string;
            name: string;
        } | null;
        SlotPage: {
            items: components["schemas"]["Slot"][];
            nextCursor: string | null;
        };
        Slot: {
            id: string;
            service: string;
            serviceName: string;
            staffId: string;
            /** @description 来的是谁 */
            staffName: string;
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            /** @description 例如 8月3日（周一）14:00–14:30 */
            time: string;
            at: components["schemas"]["SlotAt"];
            /** @description 在哪里 */
            place: string;
            capacity: number;
            /** @description 还有几个名额 */
            free: number;
            /** @description 几个人在排队 */
            waiting: number;
            /** @description 错时：晚上、清早、周末或节假日 */
            offHours: boolean;
            /**
             * Format: date-time
             * @description 居民最晚什么时候预约
             */
            bookUntil: string;
            /**
             * Format: date-time
             * @description 居民最晚什么时候取消、改时间
             */
            cancelUntil: string;
            /** @description 现在还来得及预约或排队 */
            bookable: boolean;
            closed: boolean;
            /** @description 为什么关闭 */
            note: string | null;
            /** @description 修改时放进 If-Match */
            etag: string;
        };
        AppointmentPolicyAsked: {
            /** @description 一户同时没办完的预约最多几个 */
            openBookings: number;
            /** @description 这么多次约了没到，就只能打电话预约 */
            noShows: number;
            /** @description 在多少天内数没到的次数 */
            noShowDays: number;
            /** @description 居民至少提前多少分钟预约；开放时段时可以另定 */
            leadMinutes: number;
            /** @description 居民至少提前多少分钟取消或改时间；开放时段时可以另定 */
            cancelMinutes: number;
            /** @description 同一网格里两栋楼之间的路上时间，分钟 */
            nearMinutes: number;
            /** @description 去别的网格的路上时间，分钟；不能比 nearMinutes 短 */
            farMinutes: number;
            /** @description 一个时段最多几人排队 */
            waiting: number;
            /** @description 离开始不到这么多分钟，就不再自动排上 */
            moveUpMinutes: number;
        };
        AppointmentPolicy: {
            /** @description 一户同时没办完的预约最多几个 */
            openBookings: number;
            /** @description 这么多次约了没到，就只能打电话预约 */
            noShows: number;
            /** @description 在多少天内数没到的次数 */
            noShowDays: number;
            /** @description 居民至少提前多少分钟预约；开放时段时可以另定 */
            leadMinutes: number;
            /** @description 居民至少提前多少分钟取消或改时间；开放时段时可以另定 */
            cancelMinutes: number;
            /** @description 同一网格里两栋楼之间的路上时间，分钟 */
            nearMinutes: number;
            /** @description 去别的网格的路上时间，分钟；不能比 nearMinutes 短 */
            farMinutes: number;
            /** @description 一个时段最多几人排队 */
            waiting: number;
            /** @description 离开始不到这么多分钟，就不再自动排上 */
            moveUpMinutes: number;
            version: number;
        };
        /**
         * @description HOME 上门 · POINT 居民到点
         * @enum {string}
         */
        SlotAt: "HOME" | "POINT";
        SlotsAsked: {
            service: string;
            /** @description 服务人员的账号 */
            staffId: string;
            communityId: string;
            /**
             * Format: date
             * @description 哪一天，或第一天
             */
            date: string;
            /**
             * Format: date
             * @description 最后一天
             */
            until?: string | null;
            /** @description 1 是周一，7 是周日；不填为每天 */
            weekdays?: number[] | null;
            /** @description 例如 '09:00' */
            startTime: string;
            /** @description 例如 '11:00' */
            endTime: string;
            /** @description 每个时段多少分钟；不填为一整段 */
            minutesEach?: number | null;
            /** @description 两个时段之间留多少分钟 */
            pauseMinutes?: number | null;
            /** @description 每个时段几个名额；不填为 1 */
            capacity?: number | null;
            at: components["schemas"]["SlotAt"];
            /** @description POINT：在哪栋楼 */
            buildingId?: string | null;
            /** @description POINT：到哪里，居民看得懂的话 */
            point?: string | null;
            /** @description 至少提前多少分钟预约；不填按规则（120） */
            leadMinutes?: number | null;
            /** @description 至少提前多少分钟取消；不填按规则（240） */
            cancelMinutes?: number | null;
        };
        SlotsOpened: {
            items: components["schemas"]["Slot"][];
            skipped: components["schemas"]["SlotSkipped"][];
        };
        SlotSkipped: {
            /** Format: date-time */
            startsAt: string;
            /** Format: date-time */
            endsAt: string;
            time: string;
            why: string;
        };
        SlotMove: {
            /** @enum {string} */
            move: "CLOSE" | "RESIZE";
            note?: string | null;
            capacity?: number | null;
        };
        BookingAsked: {
            slotId: string;
            /** @description 要办的事，一句话；不能写电话和身份证号 */
            purpose: string;
            /** @description 需要的代码，或居民的话 */
            needs?: string[] | null;
            /** @description 约满时愿意排队 */
            queue?: boolean | null;
            family?: components["schemas"]["FamilyAskedOrNull"];
            resident?: components["schemas"]["BookedForOrNull"];
        };
        /** @description 同住的家人；家庭档案里有的，填 memberId 就行，没有的填 name 和 relation */
        FamilyAskedOrNull: {
            /** @description 家庭档案里的编号，例如 m1（见 GET /api/v1/households/mine） */
            memberId?: string | null;
            name?: string | null;
            /** @description 例如 母亲 */
            relation?: string | null;
            phone?: string | null;
        } | null;
        /** @description 工作人员替居民预约时填写 */
        BookedForOrNull: {
            name: string;
            phone: string;
            buildingId: string;
            room?: string | null;
        } | null;
        /**
         * @description WAITING 排队中 · BOOKED 已约好 · ARRIVED 已到场 · COMPLETED 已完成 · NO_SHOW 未到 · CANCELLED 已取消 · LAPSED 没有排到
         * @enum {string}
         */
        AppointmentState: "WAITING" | "BOOKED" | "ARRIVED" | "COMPLETED" | "NO_SHOW" | "CANCELLED" | "LAPSED";
        /**
         * @description BOOK 预约 · MOVE_UP 排到了 · RESCHEDULE 改时间 · CANCEL 取消 · ARRIVE 到场 · NO_SHOW 记为未到 · COMPLETE 完成
         * @enum {string}
         */
        AppointmentMoveWord: "BOOK" | "MOVE_UP" | "RESCHEDULE" | "CANCEL" | "ARRIVE" | "NO_SHOW" | "COMPLETE";
        AppointmentPage: {
            items: components["schemas"]["Appointment"][];
            nextCursor: string | null;
        };
        Appointment: {
            id: string;
            state: components["schemas"]["AppointmentState"];
            stateName: string;
            slot: components["schemas"]["Slot"];
            /** @description 要办的事；只给本人、服务人员和社区管理员看 */
            purpose: string | null;
            needs: components["schemas"]["CodeAndName"][];
            suggestedService: components["schemas"]["CodeAndNameOrNull"];
            family: components["schemas"]["FamilyOrNull"];
            /** @description 预约的人 */
            resident: string;
            /** @description 住在哪里 */
            home: string;
            /** Format: date-time */
            bookedAt: string;
            /** @description 排队时前面还有几位 */
            ahead: number | null;
            /** @description 现在可以做的操作 */
            moves: components["schemas"]["AppointmentMoveWord"][];
            timeline: components["schemas"]["AppointmentEvent"][];
            version: number;
        };
        /** @description 去看的是哪位家人；不是家人时为 null */
        FamilyOrNull: {
            name: string;
            relation: string | null;
            /** @description 只露出头尾 */
            phone: string | null;
        } | null;
        AppointmentEvent: {
            /** Format: date-time */
            at: string;
            move: components["schemas"]["AppointmentMoveWord"];
            moveName: string;
            by: string;
            /**
             * @description BOOKER 居民 · VISITOR 服务人员 · DISPATCHER 社区管理员 · GRID_WORKER 网格员 · SUPERVISOR 督办 · SYSTEM 系统
             * @enum {string}
             */
            as: "BOOKER" | "VISITOR" | "DISPATCHER" | "GRID_WORKER" | "SUPERVISOR" | "SYSTEM";
            state: components["schemas"]["AppointmentState"];
            note: string | null;
        };
        AppointmentMove: {
            move: components["schemas"]["AppointmentMoveWord"];
            /** @description 原因；工作人员取消、改时间时必填 */
            note?: string | null;
            /** @description RESCHEDULE：改到哪个时段 */
            slotId?: string | null;
        };
        /**
         * @description IN_PERSON 上门 · PHONE 电话 · ONLINE 线上
         * @enum {string}
         */
        VisitWay: "IN_PERSON" | "PHONE" | "ONLINE";
        /**
         * @description MET 见到了 · NOBODY_HOME 没有人在家 · REFUSED 谢绝了
         * @enum {string}
         */
        VisitOutcome: "MET" | "NOBODY_HOME" | "REFUSED";
        /**
         * @description RED 1个月内 · YELLOW 3个月内 · GREEN 长期
         * @enum {string}
         */
        CardColour: "RED" | "YELLOW" | "GREEN";
        VisitRecordAsked: {
            /** @description 手机生成的编号 */
            id: string;
            householdId: string;
            /**
             * Format: date-time
             * @description 走访开始的时间，照手机
             */
            at: string;
            /** @description 用了几分钟；不填为1。同一个人的两次走访不能重叠（线上的除外） */
            minutes?: number | null;
            way: components["schemas"]["VisitWay"];
            outcome: components["schemas"]["VisitOutcome"];
            /** @description 手机上的清单是第几版；有回答时必填 */
            checklistVersion?: number | null;
            /** @description 清单项目代码对应的回答：选项代码、几个选项代码、true/false、数或文字 */
            answers?: {
                [key: string]: unknown;
            } | null;
            /** @description 走访记录，只给工作人员看 */
            words?: string | null;
            /** @description 暖心备注：怎么跟他们说话、喜欢什么，给下一位去的人看 */
            warmNote?: string | null;
            /** @description 给住户看的话 */
            toHousehold?: string | null;
            /** @description 先用 POST /api/v1/media 上传得到的编号 */
            photos?: string[] | null;
            consent?: components["schemas"]["ConsentTold"];
            problems?: components["schemas"]["FoundProblem"][] | null;
            cards?: components["schemas"]["CardAsked"][] | null;
            /** @description 全面核对了家庭档案 */
            revised?: boolean | null;
            /** @description 这次走访是履行哪一个预约 */
            appointmentId?: string | null;
        };
        ConsentTold: {
            /** @description 当场告知的走访目的 */
            purpose: string;
            /** @description 居民主动提出的 */
            byItself?: boolean | null;
        } | null;
        FoundProblem: {
            description: string;
            category?: string | null;
            urgent?: boolean | null;
            /** @description 不让承办人知道是谁反映的 */
            anonymous?: boolean | null;
            /** @description 位置；不填就是这一户 */
            place?: string | null;
            media?: string[] | null;
            /** @description 替哪位居民反映；不填就算走访人员自己反映的 */
            reporter?: {
                name: string;
                phone: string;
            } | null;
        };
        CardAsked: {
            colour: components["schemas"]["CardColour"];
            /** @description 需要什么；住户也看得到 */
            what: string;
            /** @description 家庭档案里的需求代码 */
            need?: string | null;
            /**
             * Format: date
             * @description 比颜色的期限更早的一天
             */
            dueOn?: string | null;
        };
        VisitReceipt: {
            id: string;
            householdId: string;
            /** Format: date-time */
            at: string;
            /** Format: date-time */
            enteredAt: string;
            /** Format: date-time */
            entryDueAt: string;
            /** @description 过了期限才录入 */
            late: boolean;
            outcome: components["schemas"]["VisitOutcome"];
            /** @description 转成的诉求编号 */
            tickets: string[];
            /** @description 需求卡编号 */
            cards: string[];
        };
        /**
         * @description NONE 还没有告知 · TOLD 已告知 · AGREED 同意 · REFUSED 谢绝 · REFUSED_TWICE 再次谢绝
         * @enum {string}
         */
        ConsentState: "NONE" | "TOLD" | "AGREED" | "REFUSED" | "REFUSED_TWICE";
        /** @enum {string} */
        ConsentDeed: "TELL" | "AGREE" | "REFUSE" | "TAKE_BACK" | "AGREE_AFTER_ALL" | "REFUSE_AGAIN";
        /**
         * @description BOARD 公告栏 · WECHAT_GROUP 微信群 · PHONE 电话 · IN_PERSON 当面 · MINI_PROGRAM 小程序 · PAPER 书面
         * @enum {string}
         */
        ConsentWay: "BOARD" | "WECHAT_GROUP" | "PHONE" | "IN_PERSON" | "MINI_PROGRAM" | "PAPER";
        ConsentAsked: {
            deed: components["schemas"]["ConsentDeed"];
            way: components["schemas"]["ConsentWay"];
            /**
             * Format: date-time
             * @description 什么时候说的；不填为现在
             */
            at?: string | null;
            /** @description 走访目的；TELL 时必填 */
            purpose?: string | null;
            /** @description 经过或原因，加密保存 */
            words?: string | null;
            /** @description 居民主动提出的 */
            byItself?: boolean | null;
        };
        OwnConsentAsked: {
            deed: components["schemas"]["ConsentDeed"];
            /** @description 想说就说，不是必填 */
            words?: string | null;
        };
        ConsentNoted: {
            householdId: string;
            state: components["schemas"]["ConsentState"];
            stateName: string;
        };
        VisitConsent: {
            householdId: string;
            home: string;
            state: components["schemas"]["ConsentState"];
            stateName: string;
            /** Format: date-time */
            since: string | null;
            /** @description 近来向大家告知过的 */
            told: {
                way: components["schemas"]["ConsentWay"];
                wayName: string;
                purpose: string;
                /** Format: date-time */
                at: string;
            } | null;
            /**
             * Format: date
             * @description 社区书记在这天之前再联系一次
             */
            secondTryDue: string | null;
            /**
             * Format: date
             * @description 这天以前谁也不再问
             */
            quietUntil: string | null;
            /** @description 当前账号现在可以记的 */
            deeds: components["schemas"]["ConsentDeed"][];
            /** @description 新的在前，最多50条；列表里为 null */
            history: {
                /** Format: date-time */
                at: string;
                /** Format: date-time */
                notedAt: string;
                deed: components["schemas"]["ConsentDeed"];
                deedName: string;
                way: components["schemas"]["ConsentWay"];
                wayName: string;
                by: string;
                /** @enum {string} */
                as: "RESIDENT" | "STAFF" | "SECRETARY";
                byItself: boolean;
                state: components["schemas"]["ConsentState"];
                purpose: string | null;
                words: string | null;
            }[] | null;
        };
        VisitConsentPage: {
            items: components["schemas"]["VisitConsent"][];
            nextCursor: string | null;
        };
        VisitNoticeAsked: {
            placeId: string;
            /** @enum {string} */
            way: "BOARD" | "WECHAT_GROUP";
            purpose: string;
        };
        VisitNotice: {
            id: string;
            placeId: string;
            place: string;
            /** @enum {string} */
            way: "BOARD" | "WECHAT_GROUP";
            purpose: string;
            /** Format: date-time */
            at: string;
        };
        VisitNoticePage: {
            items: components["schemas"]["VisitNotice"][];
            nextCursor: string | null;
        };
        VisitRecordsAsked: {
            records: components["schemas"]["VisitRecordAsked"][];
        };
        VisitRecordResults: {
            items: {
                id: string | null;
                kept: boolean;
                receipt: components["schemas"]["VisitReceipt"] | null;
                code: string | null;
                detail: string | null;
                errors: {
                    field: string;
                    detail: string;
                }[];
            }[];
        };
        VisitRecord: {
            id: string;
            householdId: string;
            home: string;
            /**
             * @description 走访那天的住户类别
             * @enum {string}
             */
            class: "ORDINARY" | "KEY" | "SPECIAL";
            /** Format: date-time */
            at: string;
            minutes: number;
            /** Format: date-time */
            enteredAt: string;
            /** Format: date-time */
            entryDueAt: string;
            late: boolean;
            /** @description 谁去的 */
            by: string;
            way: components["schemas"]["VisitWay"];
            wayName: string;
            outcome: components["schemas"]["VisitOutcome"];
            outcomeName: string;
            checklistVersion: number | null;
            /** @description 给住户看的和列表里为 null */
            answers: {
                code: string;
                ask: string;
                answer: string;
                problem: boolean;
            }[] | null;
            words: string | null;
            warmNote: string | null;
            toHousehold: string | null;
            check: components["schemas"]["CheckOrNull"];
            photos: {
                id: string;
                url: string | null;
                check: components["schemas"]["CheckOrNull"];
            }[] | null;
            tickets: string[];
            cards: string[];
            appointmentId: string | null;
        };
        VisitRecordPage: {
            items: components["schemas"]["VisitRecord"][];
            nextCursor: string | null;
        };
        VisitChecklists: {
            version: number;
            parts: {
                code: string;
                name: string;
                /** @description true 是场景回忆的问题，false 是要看的清单 */
                scene: boolean;
                /** @description 有其中一个标签的住户适用；空的都适用 */
                tags: string[];
                source: string;
                items: {
                    /** @description 回答时用的代码 */
                    code: string;
                    ask: string;
                    /** @enum {string} */
                    kind: "CHOICE" | "CHOICES" | "YES_NO" | "NUMBER" | "WORDS";
                    choices: {
                        code: string;
                        name: string;
                        /** @description 选了它说明有问题，可以提示转成诉求 */
                        problem: boolean;
                    }[];
                    least: number | null;
                    most: number | null;
                }[];
            }[];
        };
        VisitEntryPage: {
            items: {
                appointmentId: string;
                home: string;
                /** Format: date-time */
                madeAt: string;
                /** Format: date-time */
                dueAt: string;
                late: boolean;
            }[];
            nextCursor: string | null;
        };
        VisitBrief: {
            householdId: string;
            home: string;
            /** @enum {string} */
            class: "ORDINARY" | "KEY" | "SPECIAL";
            tags: components["schemas"]["HouseholdWord"][];
            consent: components["schemas"]["ConsentState"];
            consentName: string;
            /** Format: date-time */
            lastVisitAt: string | null;
            /** @enum {string|null} */
            lastOutcome: "MET" | "NOBODY_HOME" | "REFUSED" | null;
            warmNotes: {
                /** Format: date-time */
                at: string;
                by: string;
                words: string;
            }[];
            cards: components["schemas"]["NeedCard"][];
            checklists: components["schemas"]["VisitChecklists"];
        };
        NeedCardAsked: {
            householdId: string;
            colour: components["schemas"]["CardColour"];
            /** @description 需要什么；住户也看得到 */
            what: string;
            /** @description 家庭档案里的需求代码 */
            need?: string | null;
            /** Format: date */
            dueOn?: string | null;
            /**
             * @description CALLBACK 满意度回访 · PHONE 来电 · OTHER 其他
             * @enum {string}
             */
            source: "CALLBACK" | "PHONE" | "OTHER";
            /** @description 在哪件诉求的回访里说的 */
            ticketNo?: string | null;
        };
        NeedCardOpened: {
            id: string;
        };
        /** @enum {string} */
        CardMoveWord: "OPEN" | "TAKE_UP" | "DONE" | "DROP" | "RECOLOUR";
        NeedCardMove: {
            move: components["schemas"]["CardMoveWord"];
            note?: string | null;
            /** @enum {string|null} */
            colour?: "RED" | "YELLOW" | "GREEN" | null;
        };
        NeedCard: {
            id: string;
            householdId: string;
            home: string;
            colour: components["schemas"]["CardColour"];
            colourName: string;
            need: string | null;
            needName: string | null;
            what: string | null;
            check: components["schemas"]["CheckOrNull"];
            /** @enum {string} */
            source: "VISIT" | "CALLBACK" | "PHONE" | "OTHER";
            visitId: string | null;
            ticketNo: string | null;
            /** Format: date */
            dueOn: string;
            overdue: boolean;
            /**
             * @description OPEN 待办 · TAKEN_UP 在办 · DONE 办好了 · DROPPED 办不成
             * @enum {string}
             */
            state: "OPEN" | "TAKEN_UP" | "DONE" | "DROPPED";
            stateName: string;
            /** @description 谁在办；没有人接办时由本网格的网格员负责 */
            owner: string | null;
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            doneAt: string | null;
            moves: components["schemas"]["CardMoveWord"][];
            timeline: {
                /** Format: date-time */
                at: string;
                move: components["schemas"]["CardMoveWord"];
                moveName: string;
                by: string;
                colour: components["schemas"]["CardColour"];
                /** Format: date */
                dueOn: string;
                note: string | null;
                check: components["schemas"]["CheckOrNull"];
            }[];
            version: number;
        };
        NeedCardPage: {
            items: components["schemas"]["NeedCard"][];
            nextCursor: string | null;
        };
        AppointmentPhone: {
            phone: string;
        };
        /**
         * @description ACKNOWLEDGE 确认接收 · FIRST_REPLY 首次答复 · URGENT_HANDLING 紧急处置 · COORDINATION_START 协调启动 · PROGRESS_CLEAR 明确进度 · MONTHLY_FOLLOW_UP 每月跟进 · RECTIFY 整改 · VISIT_ENTRY 走访录入
         * @enum {string}
         */
        DeadlineKind: "ACKNOWLEDGE" | "FIRST_REPLY" | "URGENT_HANDLING" | "COORDINATION_START" | "PROGRESS_CLEAR" | "MONTHLY_FOLLOW_UP" | "RECTIFY" | "VISIT_ENTRY";
        /** @enum {string|null} */
        DeadlineKindOrNull: "ACKNOWLEDGE" | "FIRST_REPLY" | "URGENT_HANDLING" | "COORDINATION_START" | "PROGRESS_CLEAR" | "MONTHLY_FOLLOW_UP" | "RECTIFY" | "VISIT_ENTRY" | null;
        /**
         * @description RUNNING 计时中 · PAUSED 暂停 · MET 按时完成 · MISSED 已超时 · WITHDRAWN 不再需要
         * @enum {string}
         */
        DeadlineState: "RUNNING" | "PAUSED" | "MET" | "MISSED" | "WITHDRAWN";
        /**
         * @description WORKING_DAYS 工作日 · HOURS 小时（节假日照常）· MONTHS 月
         * @enum {string}
         */
        LimitUnit: "WORKING_DAYS" | "HOURS" | "MONTHS";
        MoveAsked: {
            /** @enum {string} */
            move: "CLASSIFY" | "DISPATCH" | "ACCEPT" | "RETURN" | "CO_HANDLE" | "ESCALATE" | "FOLLOW_UP" | "PAUSE" | "RESUME" | "EXTEND" | "REPLY" | "ARCHIVE" | "WITHDRAW" | "REOPEN" | "SUPERVISE";
            /** @description 原因或内容 */
            note?: string | null;
            category?: string | null;
            urgency?: components["schemas"]["UrgencyOrNull"];
            handlingKind?: components["schemas"]["HandlingKindOrNull"];
            colour?: components["schemas"]["ColourOrNull"];
            unitId?: string | null;
            gridId?: string | null;
            deadline?: components["schemas"]["DeadlineKindOrNull"];
            /** @description 工作日 */
            days?: number | null;
            tellResident?: boolean | null;
        };
        Supplement: {
            description: string;
            media?: string[] | null;
        };
        Nudge: {
            note?: string | null;
        };
        RatingAsked: {
            /** @description 解决了没有 */
            resolved: boolean;
            score: number;
            comment?: string | null;
        };
        /** @description 一件诉求，当前账号看得到的样子 */
        Ticket: {
            /** @example HY26112200042 */
            no: string;
            stage: components["schemas"]["Stage"];
            /** @description 环节的中文名 */
            stageName: string;
            category: string | null;
            categoryName: string | null;
            urgency: components["schemas"]["Urgency"];
            handlingKind: components["schemas"]["HandlingKindOrNull"];
            colour: components["schemas"]["ColourOrNull"];
            description: string;
            check: components["schemas"]["CheckOrNull"];
            place: components["schemas"]["TicketPlace"];
            media: components["schemas"]["MediaLink"][];
            channel: components["schemas"]["Channel"];
            anonymous: boolean;
            reporter: components["schemas"]["NamedOrNull"];
            firstReceiver: components["schemas"]["NamedOrNull"];
            handler: components["schemas"]["HandlerOrNull"];
            coHandlers: components["schemas"]["Named"][];
            /** @description 转手次数 */
            handOns: number;
            /** @description 正在督办 */
            supervised: boolean;
            /** @description 第几次办理，重新办理后加一 */
            round: number;
            /** @description 这次答复已经评价 */
            rated: boolean;
            /** @description 最近的答复 */
            answer: string | null;
            /** Format: date-time */
            filedAt: string;
            origin: components["schemas"]["TicketOriginOrNull"];
            deadlines: components["schemas"]["Deadline"][];
            timeline: components["schemas"]["TimelineEvent"][];
            suggestion: components["schemas"]["SuggestionOrNull"];
            /** @description 当前账号现在可以做的 */
            moves: components["schemas"]["Move"][];
            /** @description 当前账号在这件诉求里的身份 */
            parts: components["schemas"]["Part"][];
            version: number;
        };
        /** @description 这件诉求从哪里来。只对登记人、网格员、社区管理员、督办人员和居民本人显示，承办单位看不到；直接提出的诉求为 null */
        TicketOriginOrNull: {
            /**
             * @description VISIT 上门走访时发现的问题
             * @enum {string}
             */
            kind: "VISIT";
            /** @example 上门走访 */
            kindName: string;
            /**
             * @description 走访记录的编号，照它可以打开这条记录；居民看到的是 null
             * @example 5f0c2a4e-8d1b-4a57-9c3e-2b7f6d1e0a11
             */
            id: string | null;
            /**
             * Format: date
             * @description 走访的日期
             */
            on: string;
        } | null;
        ContentCheckPage: {
            items: components["schemas"]["ContentCheck"][];
            nextCursor: string | null;
        };
        /** @description 一段文字、一张照片或一段语音的核对 */
        ContentCheck: {
            id: string;
            /** @enum {string} */
            state: "PENDING" | "PASSED" | "HELD" | "HUMAN" | "RELEASED" | "REFUSED";
            /** @description 状态的中文名 */
            stateName: string;
            /** @enum {string} */
            kind: "TEXT" | "MEDIA";
            /**
             * @description ticket 诉求 · visit 预约 · visit-record 走访记录 · visit-card 需求卡 · visit-notice 走访告知 · care 服务计划
             * @example ticket
             */
            subjectKind: string;
            /**
             * @description 它的编号
             * @example HY26112200042
             */
            subjectId: string;
            /**
             * @description description 内容本身 · event/序号 留痕里的话 · media/编号 照片或语音
             * @example event/5
             */
            part: string;
            placeName: string;
            /** @description 文字；已通过的不再留 */
            words: string | null;
            /** @description 照片或语音的地址，只供核对 */
            mediaUrl: string | null;
            /** @description 工作人员写的 */
            byStaff: boolean;
            /**
             * @description 微信的建议
             * @enum {string|null}
             */
            suggest: "PASS" | "REVIEW" | "RISKY" | null;
            /** @description 微信的分类标签 */
            label: number | null;
            /** @description 为什么在这里 */
            why: string | null;
            /** @description 核对的人写的 */
            note: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            finishedAt: string | null;
            /** @description 核对时放进 If-Match */
            etag: string;
        };
        ContentDecision: {
            /** @enum {string} */
            move: "RELEASE" | "REFUSE";
            /** @description REFUSE 必填 */
            note?: string | null;
        };
        Named: {
            id: string;
            name: string;
        };
        NamedOrNull: {
            id: string;
            name: string;
        } | null;
        /** @description 现在在哪个单位、谁接的单 */
        HandlerOrNull: {
            id: string;
            name: string;
            person: string | null;
        } | null;
        TicketPlace: {
            id: string;
            /** @example 清河街道 第一社区 第二网格 */
            name: string;
            detail: string | null;
            lng: number | null;
            lat: number | null;
        };
        MediaLink: {
            id: string;
            /** @description 正在核对、您看不到的没有地址 */
            url: string | null;
            check: components["schemas"]["CheckOrNull"];
        };
        /**
         * @description 内容核对：空 不用说明 · PENDING 还没核对 · HUMAN 等人核对 · HELD 有疑问，正在核对，别人看不到 · REFUSED 没有通过，别人看不到
         * @enum {string|null}
         */
        CheckOrNull: "PENDING" | "HELD" | "HUMAN" | "REFUSED" | null;
        Deadline: {
            kind: components["schemas"]["DeadlineKind"];
            kindName: string;
            /** Format: date-time */
            dueAt: string;
            state: components["schemas"]["DeadlineState"];
            /** @description 暂定：跨入的年份放假安排还没公布 */
            provisional: boolean;
            /** @description 为什么是这个时间，一句话 */
            why: string;
            /** @description 依据 */
            source: string;
            rule: string;
            round: number;
            /** Format: date-time */
            startedAt: string;
            /** @description 批准延期的工作日数 */
            extended: number;
            pauses: components["schemas"]["Pause"][];
            /** Format: date-time */
            metAt: string | null;
            policyVersion: number;
            calendarVersion: number;
        };
        Pause: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string | null;
        };
        TimelineEvent: {
            seq: number;
            /** Format: date-time */
            at: string;
            move: components["schemas"]["Move"];
            moveName: string;
            /** @description 谁 */
            by: string;
            as: components["schemas"]["Part"];
            asName: string;
            note: string | null;
            check: components["schemas"]["CheckOrNull"];
            from: components["schemas"]["StageOrNull"];
            to: components["schemas"]["Stage"];
            hash: string;
        };
        /** @description 按文字给出的建议，只给工作人员看 */
        SuggestionOrNull: {
            category: string;
            urgency: components["schemas"]["Urgency"];
            keywords: string[];
            confidence: number;
            reasons: components["schemas"]["SuggestionReason"][];
        } | null;
        SuggestionReason: {
            phrase: string;
            speaksFor: string;
            weight: number;
        };
        TicketPage: {
            items: components["schemas"]["TicketLine"][];
            nextCursor: string | null;
        };
        TicketLine: {
            no: string;
            stage: components["schemas"]["Stage"];
            stageName: string;
            category: string | null;
            categoryName: string | null;
            urgency: components["schemas"]["Urgency"];
            /** @description 开头的二十个字 */
            matter: string;
            check: components["schemas"]["CheckOrNull"];
            placeName: string;
            firstReceiver: components["schemas"]["NamedOrNull"];
            handler: components["schemas"]["NamedOrNull"];
            supervised: boolean;
            handOns: number;
            /** Format: date-time */
            filedAt: string;
            next: components["schemas"]["NextDueOrNull"];
        };
        /** @description 接下来到期的 */
        NextDueOrNull: {
            kind: components["schemas"]["DeadlineKind"];
            kindName: string;
            /** Format: date-time */
            dueAt: string;
            state: components["schemas"]["DeadlineState"];
            provisional: boolean;
        } | null;
        TimelineVerified: {
            no: string;
            valid: boolean;
            events: number;
            /** @description 第几条不对 */
            brokenAt: number | null;
            /** @description 结论，一句话 */
            finding: string;
            head: string;
            /** @description 带来的 head 还在链上；没带为 null */
            known: boolean | null;
            /** Format: date-time */
            checkedAt: string;
        };
        CalendarYear: {
            year: number;
            version: number;
            provisional: boolean;
            source: string | null;
            days: components["schemas"]["CalendarDay"][];
        };
        CalendarDay: {
            /** Format: date */
            date: string;
            /**
             * @description HOLIDAY 放假 · WORKDAY 调休上班
             * @enum {string}
             */
            kind: "HOLIDAY" | "WORKDAY";
            name: string;
        };
        NoticeForm: {
            year: number;
            source: string;
            days: components["schemas"]["NoticeDay"][];
        };
        NoticeDay: {
            /** Format: date */
            date: string;
            /** @enum {string} */
            kind: "HOLIDAY" | "WORKDAY";
            name: string;
        };
        /**
         * @example date,kind,name
         *     2027-01-01,HOLIDAY,元旦
         */
        NoticeCsv: string;
        ImportedNotice: {
            year: number;
            version: number;
            source: string;
            days: number;
            changes: components["schemas"]["CalendarChange"][];
            /** @description 重排了多少个时限 */
            replanned: number;
        };
        CalendarChange: {
            /** Format: date */
            date: string;
            working: boolean;
        };
        PolicyInForce: {
            version: number;
            policy: components["schemas"]["Policy"];
        };
        NewPolicy: {
            policy: components["schemas"]["Policy"];
            /** @description 为什么修改 */
            note: string;
        };
        Policy: {
            rules: components["schemas"]["PolicyRule"][];
            reminders: components["schemas"]["ReminderStep"][];
            reopenWindowDays: number;
            nudgeEveryHours: number;
            callbackReminderDays: number;
            callbackVisitDays: number;
        };
        PolicyRule: {
            id: string;
            kind: components["schemas"]["DeadlineKind"];
            sentence: string;
            source: string;
            beginsOn: components["schemas"]["Move"][];
            /** @enum {string} */
            countsFrom: "FILING" | "MOVE";
            when?: components["schemas"]["PolicyWhen"];
            amount: number;
            unit: components["schemas"]["LimitUnit"];
            metBy: components["schemas"]["Move"][];
            pausable: boolean;
            /** @enum {string} */
            repeats: "ONCE" | "EACH" | "RECURRING";
        };
        PolicyWhen: {
            handlingKind?: components["schemas"]["HandlingKindOrNull"];
            urgency?: components["schemas"]["UrgencyOrNull"];
            colour?: components["schemas"]["ColourOrNull"];
        } | null;
        ReminderStep: {
            id: string;
            limits: components["schemas"]["LimitUnit"][];
            occasion: string;
            /** @description 到期前为负 */
            offset: number;
            unit: components["schemas"]["LimitUnit"];
            audience: components["schemas"]["Part"][];
        };
        AuditVerdict: {
            intact: boolean;
            checked: number;
            head: components["schemas"]["AuditHead"];
            /** @description 第几条不对 */
            brokenAt: number | null;
        };
        AuditHead: {
            length: number;
            hash: string;
        };
        AuditPage: {
            items: components["schemas"]["AuditEntry"][];
            nextCursor: string | null;
        };
        /** @description 一条记录；hash 是 SHA-256，对前一条的 hash 与本条各字段计算 */
        AuditEntry: {
            id: string;
            /** @description 世界时，精确到微秒，就是参与计算的写法 */
            at: string;
            kind: string;
            /** @description 账号，0 为系统 */
            actor: string;
            subject: string;
            /** @description JSON 原文 */
            facts: string;
            previous: string;
            hash: string;
        };
        PhoneAsked: {
            code: string;
        };
        HomeAsked: {
            buildingId: string;
            /** @description 门牌 */
            room?: string | null;
        };
        MyHomeOrNull: {
            buildingId: string;
            /** @description 全称 */
            place: string;
            room: string | null;
            state: components["schemas"]["HomeState"];
        } | null;
        /**
         * @description REQUESTED 待确认 · CONFIRMED 已确认 · REFUSED 不属实
         * @enum {string}
         */
        HomeState: "REQUESTED" | "CONFIRMED" | "REFUSED";
        Home: {
            accountId: string;
            displayName: string;
            buildingId: string;
            place: string;
            room: string | null;
            state: components["schemas"]["HomeState"];
            /** Format: date-time */
            askedAt: string;
            /** @description 确认或否定时放进 If-Match */
            etag: string;
        };
        HomePage: {
            items: components["schemas"]["Home"][];
            nextCursor: string | null;
        };
        AccountSearch: {
            phone?: string | null;
            id?: string | null;
        };
        AccountShown: {
            id: string;
            displayName: string;
            posts: components["schemas"]["Post"][];
            /** @description 任免时放进 If-Match */
            etag: string;
        };
        AccountPage: {
            items: components["schemas"]["AccountShown"][];
            nextCursor: string | null;
        };
        PostsAsked: {
            posts: components["schemas"]["PostAsked"][];
        };
        PostAsked: {
            role: components["schemas"]["Role"];
            placeId?: string | null;
            unitId?: string | null;
        };
        TemplatesToAsk: {
            items: components["schemas"]["TemplateToAsk"][];
        };
        TemplateToAsk: {
            /** @description 交给 wx.requestSubscribeMessage */
            templateId: string;
            title: string;
            /** @description 会用于哪些消息 */
            occasions: string[];
        };
        GrantsAnswered: {
            results: components["schemas"]["GrantAnswers"];
        };
        /** @description 模板编号 → 选择 */
        GrantAnswers: {
            [key: string]: "accept" | "reject" | "ban" | "filter";
        };
        Grants: {
            items: components["schemas"]["Grant"][];
        };
        Grant: {
            templateId: string;
            /** @description 还能发几条 */
            remaining: number;
            /** @enum {string} */
            lastAnswer: "accept" | "reject" | "ban" | "filter";
        };
        InboxPage: {
            items: components["schemas"]["InboxMessage"][];
            nextCursor: string | null;
        };
        InboxMessage: {
            id: string;
            occasion: string;
            /** @example ticket */
            subjectKind: string;
            /** @description 例如诉求编号 */
            subjectId: string;
            /** @description 消息内容 */
            sentence: string;
            /** @description 点开后去小程序的哪一页 */
            page: string;
            urgent: boolean;
            /** Format: date-time */
            arrivedAt: string;
            /** Format: date-time */
            readAt: string | null;
        };
        DigestPage: {
            items: components["schemas"]["Digest"][];
            nextCursor: string | null;
        };
        /** @description 按 kind，grid、community、street 三者中只有一个有内容。 */
        Digest: {
            id: string;
            /** @enum {string} */
            kind: "GRID" | "COMMUNITY" | "STREET";
            place: components["schemas"]["DigestPlace"];
            /**
             * Format: date
             * @description 哪一份：网格的当天，社区的那个星期一，街道的那个月一号
             */
            day: string;
            /**
             * Format: date-time
             * @description 收到、答复、评价的件数从这一刻数起
             */
            from: string;
            /**
             * Format: date-time
             * @description 数到这一刻之前
             */
            to: string;
            /**
             * Format: date-time
             * @description 在办、到期、超期、无人认领是这一刻的情况
             */
            madeAt: string;
            grid: components["schemas"]["GridDigest"] | null;
            community: components["schemas"]["CommunityDigest"] | null;
            street: components["schemas"]["StreetDigest"] | null;
        };
        DigestPlace: {
            id: string;
            /** @example 听雨一网格 */
            name: string;
        };
        /** @description 一件诉求按它最早的、正在计时的时限算；暂停计时的不算到期，也不算超期。 */
        GridDigest: {
            filed: components["schemas"]["DigestCount"];
            /** @description 还没有答复的 */
            open: number;
            soon: components["schemas"]["DigestCount"];
            late: components["schemas"]["DigestCount"];
            knock: components["schemas"]["DigestCount"];
            visits: components["schemas"]["DigestVisits"];
        };
        /** @description 按走访计划算的；谢绝走访的住户不算 */
        DigestVisits: {
            /** @description 今天到日子该走访的户数 */
            today: number;
            /** @description 过了日子还没走访的户数 */
            overdue: number;
            /** @description 走访欠账，欠下的走访次数 */
            owed: number;
        };
        /** @description filed 上次汇总以来新收到 · soon 今明两天到期 · late 已超期 · knock 要打电话或上门回访 */
        DigestCount: {
            count: number;
            /** @description 最前面几件的编号 */
            nos: string[];
        };
        CommunityDigest: {
            /** @description 收到 */
            filed: number;
            /** @description 答复；一件答复两次只算一件 */
            answered: number;
            /** @description 其中按时答复 */
            inTime: number;
            /** @description 其中晚于答复时限 */
            late: number;
            /** @description 现在超期还没答复 */
            overdue: number;
            /** @description 被退回、没有单位认领 */
            unowned: number;
            /** @description 居民评价 */
            rated: number;
            /** @description 其中居民认可、没有重新办理 */
            settled: number;
            /** @description 平均分；没有评价时为 null */
            score: number | null;
            most: components["schemas"]["DigestMost"] | null;
        };
        /** @description 反映最多的一类 */
        DigestMost: {
            /** @example FACILITY.STREET_LIGHT */
            category: string;
            /** @example 路灯损坏 */
            categoryName: string;
            count: number;
        };
        StreetDigest: {
            month: components["schemas"]["DigestMonth"];
            before: components["schemas"]["DigestMonth"];
            /** @description 各社区；不在任何社区里的算在街道自己名下 */
            communities: {
                community: components["schemas"]["DigestPlace"];
                month: components["schemas"]["DigestMonth"];
                before: components["schemas"]["DigestMonth"];
            }[];
        };
        /** @description month 上个月 · before 再前一个月 */
        DigestMonth: {
            /** @description 收到 */
            filed: number;
            /** @description 答复 */
            answered: number;
            /** @description 其中晚于答复时限 */
            late: number;
            /** @description 居民评价 */
            rated: number;
            /** @description 其中居民认可 */
            settled: number;
            /** @description 平均分 */
            score: number | null;
        };
        MessageTemplates: {
            items: components["schemas"]["MessageTemplate"][];
            nextCursor: string | null;
        };
        MessageTemplate: {
            /**
             * @description 配置项 `huiyin.wechat.templates.<key>`
             * @example progress
             */
            key: string;
            /** @description SUBSCRIBE 小程序订阅消息 · TEMPLATE 公众号模板消息 · EMPLOYEE 用工消息 */
            channel: string;
            title: string;
            /** @description 没有配置时为 null */
            templateId: string | null;
            /**
             * @description NOT_SET 没有配置 · NOT_ASKED 还没有向微信核对 · UNKNOWN 微信没有这个模板 · DIFFERENT 字段对不上 · FINE 一致
             * @enum {string}
             */
            state: "NOT_SET" | "NOT_ASKED" | "UNKNOWN" | "DIFFERENT" | "FINE";
            differences: string[];
            /** @description 被停用的原因；没有停用时为 null */
            stopped: string | null;
        };
        TodoPage: {
            items: components["schemas"]["Todo"][];
            nextCursor: string | null;
        };
        Todo: {
            id: string;
            occasion: string;
            subjectKind: string;
            subjectId: string;
            sentence: string;
            page: string;
            /** @enum {string} */
            state: "OPEN" | "DONE" | "WITHDRAWN";
            note: string | null;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            finishedAt: string | null;
        };
        TodoDone: {
            /** @description 办得怎么样 */
            note: string;
        };
        ClockTimes: {
            from: string;
            to: string;
        };
        MessagePreferences: {
            quietHours: components["schemas"]["ClockTimes"];
            /** @description 是不是自己设的；不是就是大家都一样的 */
            ownQuietHours: boolean;
            /** @description 自己设时，开始时间、结束时间各能选的范围 */
            quietHoursBounds: {
                from: components["schemas"]["ClockTimes"];
                to: components["schemas"]["ClockTimes"];
            };
            /** @description 平常的消息一天一次，合在一起告诉 */
            dailySummary: boolean;
            /** @description 一天一次时，几点告诉 */
            dailySummaryAt: string;
            /** @description 不要用的渠道 */
            leaveOut: components["schemas"]["OutsideChannel"][];
            /** @description 绑定了用工消息 */
            employeeMessages: boolean;
            /** @description 哪些消息关不掉，请显示给用户看 */
            note: string;
        };
        /**
         * @description SUBSCRIBE 小程序订阅消息 · TEMPLATE 公众号模板消息 · CUSTOMER_SERVICE 公众号客服消息 · EMPLOYEE 用工消息
         * @enum {string}
         */
        OutsideChannel: "SUBSCRIBE" | "TEMPLATE" | "CUSTOMER_SERVICE" | "EMPLOYEE";
        MessagePreferencesAsked: {
            /** @description 自己的休息时间；不填就用大家都一样的 */
            quietHours?: components["schemas"]["ClockTimes"] | null;
            /** @default false */
            dailySummary?: boolean | null;
            leaveOut?: components["schemas"]["OutsideChannel"][] | null;
        };
        EmployeeBinding: {
            bound: boolean;
        };
        OutboxPage: {
            items: components["schemas"]["OutboxLine"][];
            nextCursor: string | null;
        };
        OutboxLine: {
            id: string;
            occasion: string;
            street: string;
            subjectKind: string;
            subjectId: string;
            recipient: string | null;
            state: string;
            urgent: boolean;
            channel: string | null;
            attempts: number;
            failures: number;
            lastError: string | null;
            /** Format: date-time */
            dueAt: string;
            /** Format: date-time */
            notBefore: string;
            /** Format: date-time */
            finishedAt: string | null;
        };
        OutboxMessage: {
            id: string;
            occasion: string;
            street: string;
            subjectKind: string;
            subjectId: string;
            recipient: string | null;
            state: string;
            urgent: boolean;
            channel: string | null;
            attempts: number;
            failures: number;
            lastError: string | null;
            /** Format: date-time */
            dueAt: string;
            /** Format: date-time */
            notBefore: string;
            /** Format: date-time */
            finishedAt: string | null;
            dedupKey: string;
            parent: string | null;
            tried: components["schemas"]["TriedChannels"];
            /** @description 为什么这样发，按先后 */
            route: components["schemas"]["RouteDecision"][];
            /**
             * @description 为什么没有马上发：QUIET 休息时间 · DAILY 本人要一天一次 · LIMIT 当天发得够多了 · ALONE 合并提醒没送到，改为单独发 · 空 马上发的
             * @enum {string|null}
             */
            held: "QUIET" | "DAILY" | "LIMIT" | "ALONE" | null;
            /** Format: date-time */
            heldUntil: string | null;
            /** @description 合并在哪一条消息里告诉的（那条消息的编号） */
            summary: string | null;
            facts: components["schemas"]["Facts"];
            receipt: string | null;
            /**
             * @description 微信收下之后的回执：ARRIVED 送达 · NOT_SHOWN 没有送达 · 空 还没有回执
             * @enum {string|null}
             */
            fate: "ARRIVED" | "NOT_SHOWN" | null;
            /** @description 微信说的原因 */
            fateReason: string | null;
            /** Format: date-time */
            fateAt: string | null;
            /** Format: date-time */
            unknownSince: string | null;
            /** Format: date-time */
            createdAt: string;
            /** @description 没发出去的该怎么办 */
            advice: string | null;
        };
        /** @description 消息里填的内容 */
        Facts: {
            [key: string]: string | null;
        };
        RouteDecision: {
            /** Format: date-time */
            at: string;
            /** @description 说的是哪个渠道；空 说的是整条消息 */
            channel: string | null;
            /**
             * @description RULE 按哪条规定 · OPEN 这个渠道可用 · CLOSED 不用这个渠道 · HELD 先不发 · SUMMARISED 合并告诉 · INSIDE 送不到本人
             * @enum {string}
             */
            decision: "RULE" | "OPEN" | "CLOSED" | "HELD" | "SUMMARISED" | "INSIDE";
            /** @description 原因，一句话 */
            reason: string;
        };
        /** @description 没有送到的渠道 → 原因 */
        TriedChannels: {
            [key: string]: string;
        };
        OutboxMove: {
            /**
             * @description SEND_AGAIN 重新发送 · GIVE_UP 放弃
             * @enum {string}
             */
            move: "SEND_AGAIN" | "GIVE_UP";
            /** @description 重新发送前改好的内容，代替原来的；名称见 `facts` */
            facts?: {
                [key: string]: string;
            };
            /** @description 这一次不用的渠道 */
            skip?: ("SUBSCRIBE" | "TEMPLATE" | "CUSTOMER_SERVICE" | "EMPLOYEE")[];
        };
        OutboxMoves: {
            /** @description 哪一种消息 */
            occasion: string;
            /** @description `lastError` 的开头，比如 `-1` */
            error: string;
            /** @description 最多几条，从最早的开始 */
            most: number;
        };
        OutboxMoved: {
            /** @description 重新发送了几条 */
            moved: number;
        };
        MessagingBreaker: {
            channel: string;
            /** @description CLOSED 正常 · OPEN 暂停 · HALF_OPEN 正在试 */
            state: string;
        };
        MessagingQuota: {
            channel: string;
            /** @description 今天调用了几次 */
            used: number;
            /** @description 微信说今天的次数用完了，不急的等明天 */
            exhausted: boolean;
        };
        MessagingOverview: {
            /** @description 该发还没发的，最多数到一万 */
            due: number;
            /** @description 其中急的 */
            urgentDue: number;
            /** @description 各渠道是否暂停（回答这个请求的那台服务器所知） */
            breakers: components["schemas"]["MessagingBreaker"][];
            /** @description 今天各渠道的调用次数 */
            quotas: components["schemas"]["MessagingQuota"][];
            oldestDueSeconds: number;
            dead: number;
            lastDay: components["schemas"]["MessagingCount"][];
            /** @description 小程序上报与微信推送说法不同的订阅授权有多少（最多数到一万） */
            grantsDiffering: number;
            /** @description 各模板还能发几次订阅消息 */
            grantsLeft: components["schemas"]["MessagingGrantsLeft"][];
            stoppedTemplates: components["schemas"]["StoppedTemplate"][];
        };
        MessagingGrantsLeft: {
            templateId: string;
            /** @description 居民同意接收、还没用掉的次数，全部加起来 */
            count: number;
        };
        MessagingCount: {
            state: string;
            channel: string | null;
            count: number;
        };
        WechatPushPage: {
            items: components["schemas"]["WechatPush"][];
            nextCursor: string | null;
        };
        WechatPush: {
            id: string;
            /**
             * @description MINIAPP 小程序 · MP 公众号
             * @enum {string}
             */
            app: "MINIAPP" | "MP";
            /** @description 哪一种消息或事件 */
            kind: string;
            /** @enum {string} */
            state: "WAITING" | "DONE" | "UNHEARD" | "PARKED";
            /** @description 处理了几次 */
            attempts: number;
            /** @description 连续失败了几次 */
            failures: number;
            lastError: string | null;
            /**
             * Format: date-time
             * @description 下一次处理的时间
             */
            notBefore: string;
            /** Format: date-time */
            receivedAt: string;
            /** Format: date-time */
            finishedAt: string | null;
        };
        StoppedTemplate: {
            templateId: string;
            key: string;
            reason: string;
            /** Format: date-time */
            stoppedAt: string;
        };
        PlacePage: {
            items: components["schemas"]["Place"][];
            nextCursor: string | null;
        };
        Place: {
            id: string;
            /**
             * @description STREET 街道 · COMMUNITY 社区 · GRID 网格 · BUILDING 楼栋
             * @enum {string}
             */
            kind: "STREET" | "COMMUNITY" | "GRID" | "BUILDING";
            parent: string | null;
            name: string;
            /** @description 全称 */
            inWords: string;
            lng: number | null;
            lat: number | null;
            /** @description 下面还有可选的 */
            hasChildren: boolean;
        };
        UnitPage: {
            items: components["schemas"]["Unit"][];
            nextCursor: string | null;
        };
        Unit: {
            id: string;
            /**
             * @description PROPERTY 物业 · COMMITTEE 居委会 · STREET_OFFICE 街道办 · DEPARTMENT 职能部门
             * @enum {string}
             */
            kind: "PROPERTY" | "COMMITTEE" | "STREET_OFFICE" | "DEPARTMENT";
            name: string;
            /** @description 负责哪个地方 */
            serves: string;
            /** @description 上一级单位 */
            above: string | null;
            /** @description 负责的分类 */
            duties: string[];
        };
        CategoryList: {
            items: components["schemas"]["Category"][];
            nextCursor: string | null;
        };
        Category: {
            /** @example FACILITY.STREET_LIGHT */
            code: string;
            name: string;
            /** @description 怎么说清楚这类事 */
            guide: string;
            urgency: components["schemas"]["Urgency"];
            handling: components["schemas"]["HandlingKind"];
            subItems: components["schemas"]["Category"][];
        };
        CommunityDocument: {
            places: components["schemas"]["PlaceEntry"][];
            units: components["schemas"]["UnitEntry"][];
        };
        PlaceEntry: {
            id: string;
            /** @enum {string} */
            kind: "STREET" | "COMMUNITY" | "GRID" | "BUILDING";
            /** @description 上一级的编号；街道没有 */
            parent?: string | null;
            name: string;
            lng?: number | null;
            lat?: number | null;
            /** @description 边界各角的 [经度, 纬度] */
            outline?: number[][] | null;
        };
        UnitEntry: {
            id: string;
            /** @enum {string} */
            kind: "PROPERTY" | "COMMITTEE" | "STREET_OFFICE" | "DEPARTMENT";
            name: string;
            /** @description 负责哪个地方 */
            serves: string;
            /** @description 上一级单位 */
            above?: string | null;
            /** @description 负责的分类 */
            duties?: string[] | null;
        };
        CommunityImported: {
            places: number;
            units: number;
            removed: number;
        };
        SubItem: {
            name: string;
            guide: string;
            urgency: components["schemas"]["Urgency"];
            handling: components["schemas"]["HandlingKind"];
            active?: boolean | null;
        };
        StoredCategory: {
            code: string;
            parent: string | null;
            name: string;
            guide: string;
            urgency: components["schemas"]["Urgency"];
            handling: components["schemas"]["HandlingKind"];
            active: boolean;
            top?: boolean;
        };
        /**
         * @description ORDINARY 普通 · KEY 重点 · SPECIAL 特殊；由标签得出
         * @enum {string}
         */
        HouseholdClass: "ORDINARY" | "KEY" | "SPECIAL";
        /**
         * @description OCCUPIED 常住 · EMPTY 空置 · AWAY 长期外出 · RENTED 出租
         * @enum {string}
         */
        Occupancy: "OCCUPIED" | "EMPTY" | "AWAY" | "RENTED";
        /**
         * @description 居住状态
         * @enum {string|null}
         */
        OccupancyOrNull: "OCCUPIED" | "EMPTY" | "AWAY" | "RENTED" | null;
        /**
         * @description VISIT 上门走访 · CONTACT 联系居民 · VERIFY 核对信息 · SERVICE 对接服务 · EMERGENCY 紧急救助 · TICKET 办理诉求 · SPOT_CHECK 抽查监督
         * @enum {string}
         */
        Purpose: "VISIT" | "CONTACT" | "VERIFY" | "SERVICE" | "EMERGENCY" | "TICKET" | "SPOT_CHECK";
        /**
         * @description 与户主的关系
         * @enum {string}
         */
        Relation: "HEAD" | "SPOUSE" | "CHILD" | "PARENT" | "GRANDPARENT" | "GRANDCHILD" | "SIBLING" | "TENANT" | "CARER" | "OTHER";
        /**
         * @description 与户主的关系
         * @enum {string|null}
         */
        RelationOrNull: "HEAD" | "SPOUSE" | "CHILD" | "PARENT" | "GRANDPARENT" | "GRANDCHILD" | "SIBLING" | "TENANT" | "CARER" | "OTHER" | null;
        /**
         * @description SKILL 特长 · VOLUNTEERING 志愿服务 · IDLE_THING 闲置资源
         * @enum {string|null}
         */
        ResourceKindOrNull: "SKILL" | "VOLUNTEERING" | "IDLE_THING" | null;
        HouseholdLine: {
            id: string;
            buildingId: string;
            place: string;
            room: string;
            status: components["schemas"]["Occupancy"];
            class: components["schemas"]["HouseholdClass"];
            tags: string[];
            needs: string[];
            /** @description 在家居住的人数 */
            members: number;
            /** Format: date */
            touchedOn: string;
            /**
             * Format: date
             * @description 最迟哪天再联系；家里没人时为 null
             */
            touchDue: string | null;
            /**
             * Format: date
             * @description 最迟哪天全面核对
             */
            reviseDue: string;
            /** @description 是否谢绝走访 */
            visitsRefused: boolean;
        };
        HouseholdPage: {
            items: components["schemas"]["HouseholdLine"][];
            nextCursor: string | null;
        };
        HouseholdCounts: {
            items: components["schemas"]["HouseholdCount"][];
        };
        HouseholdCount: {
            gridId: string;
            homes: number;
            key: number;
            special: number;
            empty: number;
            away: number;
            rented: number;
            touchDue: number;
            reviseDue: number;
        };
        HouseholdWords: {
            tags: components["schemas"]["TagWord"][];
            needs: components["schemas"]["NeedWord"][];
            statuses: components["schemas"]["HouseholdWord"][];
            classes: components["schemas"]["HouseholdWord"][];
            relations: components["schemas"]["HouseholdWord"][];
            purposes: components["schemas"]["HouseholdWord"][];
        };
        HouseholdWord: {
            code: string;
            name: string;
        };
        TagWord: {
            code: string;
            name: string;
            class: components["schemas"]["HouseholdClass"];
            /** @description 由成员年龄得出，不能手工增减 */
            derived: boolean;
            /** @description 出处 */
            source: string;
        };
        NeedWord: {
            code: string;
            domain: string;
            name: string;
            source: string;
        };
        HouseholdSearch: {
            phone?: string | null;
            idNumber?: string | null;
            purpose: components["schemas"]["Purpose"];
        };
        HouseholdBegun: {
            buildingId: string;
            /** @description 门牌，如 3单元502 */
            room: string;
            /** Format: date */
            from?: string | null;
            why?: string | null;
            changes?: components["schemas"]["HouseholdChange"][] | null;
        };
        HouseholdChanges: {
            /**
             * Format: date
             * @description 从哪天起属实；不写为今天，不能晚于今天
             */
            from?: string | null;
            /** @description 为什么改，记入历史 */
            why?: string | null;
            changes: components["schemas"]["HouseholdChange"][];
        };
        HouseholdChange: {
            /**
             * @description STATUS 居住状态 · NOTE 备注（words）· MEMBER 成员 · TAG 标签（code、words 依据）· WISH 需求（code、words）· RESOURCE 资源（resource、words）· CONTACT 本人的联系方式 · TOUCHED 已联系 · REVISED 已全面核对
             * @enum {string}
             */
            kind: "STATUS" | "NOTE" | "MEMBER" | "TAG" | "WISH" | "RESOURCE" | "CONTACT" | "TOUCHED" | "REVISED";
            /** @description 去掉这一条 */
            remove?: boolean | null;
            /** @description 已有成员或资源的编号；新的不写 */
            id?: string | null;
            status?: components["schemas"]["OccupancyOrNull"];
            code?: string | null;
            name?: string | null;
            /** @description 1950-03-07 或 1950 */
            birth?: string | null;
            relation?: components["schemas"]["RelationOrNull"];
            phone?: string | null;
            idNumber?: string | null;
            health?: string | null;
            /** @description 现在是否住在家里 */
            atHome?: boolean | null;
            /** @description 工作人员用：这位成员的账号 */
            accountId?: string | null;
            /** @description 居民用：这位成员就是我 */
            me?: boolean | null;
            words?: string | null;
            /**
             * Format: date
             * @description 标签的截止日期
             */
            until?: string | null;
            resource?: components["schemas"]["ResourceKindOrNull"];
            /** @description 方便联系的时间 */
            bestTime?: string | null;
            /** @description 要清空成员的哪几栏；没写的栏目保持原样 */
            clear?: ("BIRTH" | "PHONE" | "ID_NUMBER" | "HEALTH" | "ACCOUNT")[] | null;
        };
        HouseholdReceipt: {
            id: string;
            etag: string | null;
            /** @description 已生效的条目 */
            applied: string[];
            /** @description 等待网格员确认的条目 */
            proposed: string[];
        };
        HouseholdImport: {
            homes: components["schemas"]["HomeToImport"][];
        };
        HomeToImport: {
            room: string;
            status?: components["schemas"]["OccupancyOrNull"];
            members?: components["schemas"]["PersonToImport"][] | null;
            tags?: components["schemas"]["TagToImport"][] | null;
        };
        PersonToImport: {
            name: string;
            birth?: string | null;
            relation?: components["schemas"]["RelationOrNull"];
            phone?: string | null;
            idNumber?: string | null;
        };
        TagToImport: {
            code: string;
            reason: string;
        };
        /** @example 门牌,居住状态,姓名,出生,关系,电话,身份证号,标签,标签依据 */
        HouseholdCsv: string;
        HouseholdsImported: {
            created: number;
            /** @description 已有档案、没有改动的门牌 */
            skipped: string[];
        };
        Household: {
            id: string;
            buildingId: string;
            place: string;
            room: string;
            status: components["schemas"]["Occupancy"];
            statusName: string;
            class: components["schemas"]["HouseholdClass"];
            className: string;
            tags: components["schemas"]["TagShown"][];
            members: components["schemas"]["MemberShown"][];
            wishes: components["schemas"]["WishShown"][];
            resources: components["schemas"]["ResourceShown"][];
            contacts: components["schemas"]["ContactShown"][];
            note: string | null;
            visitsRefused: boolean;
            /** Format: date */
            touchedOn: string;
            /** Format: date */
            revisedOn: string;
            /** Format: date */
            touchDue: string | null;
            /** Format: date */
            reviseDue: string;
            /** Format: date */
            asOf: string;
            /** @description 您对这一户是什么身份 */
            sight: string[];
            etag: string | null;
        };
        TagShown: {
            code: string;
            name: string;
            derived: boolean;
            reason: string | null;
            /** Format: date */
            since: string | null;
            /** Format: date */
            until: string | null;
        };
        MemberShown: {
            id: string;
            name: string | null;
            birth: string | null;
            age: number | null;
            relation: components["schemas"]["Relation"];
            relationName: string;
            phone: string | null;
            idNumber: string | null;
            health: string | null;
            atHome: boolean;
            accountId: string | null;
            /** Format: date */
            since: string | null;
        };
        WishShown: {
            code: string;
            domain: string;
            name: string;
            words: string | null;
            /** Format: date */
            since: string | null;
        };
        ResourceShown: {
            id: string;
            /** @enum {string} */
            kind: "SKILL" | "VOLUNTEERING" | "IDLE_THING";
            words: string | null;
            /** Format: date */
            since: string | null;
        };
        ContactShown: {
            own: boolean;
            name: string | null;
            phone: string | null;
            bestTime: string | null;
        };
        HouseholdHistory: {
            items: components["schemas"]["HouseholdEntry"][];
            nextCursor: string | null;
        };
        HouseholdEntry: {
            seq: number;
            fact: string;
            what: string;
            /** Format: date */
            from: string;
            /** Format: date-time */
            at: string;
            by: string;
            /** @description 从那天起不再如此 */
            ended: boolean;
            /** @description 内容已应本人要求删除 */
            erased: boolean;
            why: string | null;
        };
        MyProposals: {
            items: components["schemas"]["MyProposal"][];
        };
        MyProposal: {
            id: string;
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            state: "OPEN" | "ACCEPTED" | "REFUSED";
            answer: string | null;
            /** @description 是不是本人提的 */
            own: boolean;
        };
        LookPage: {
            items: components["schemas"]["Look"][];
            nextCursor: string | null;
        };
        Look: {
            id: string;
            /** Format: date-time */
            at: string;
            by: string;
            role: string;
            purpose: string;
            /**
             * @description FILE 档案 · HISTORY 历史 · SEARCH 按号码查找 · PROPOSAL 您提交的更正 · CARD 上门服务的卡片 · CARE 专员服务的计划 · VISIT 走访记录
             * @enum {string}
             */
            what: "FILE" | "HISTORY" | "SEARCH" | "PROPOSAL" | "CARD" | "CARE" | "VISIT";
        };
        ProposalPage: {
            items: components["schemas"]["ProposalLine"][];
            nextCursor: string | null;
        };
        ProposalLine: {
            id: string;
            householdId: string;
            place: string;
            room: string;
            /** Format: date-time */
            at: string;
            by: string;
            asked: components["schemas"]["HouseholdChangesOrNull"];
        };
        HouseholdChangesOrNull: components["schemas"]["HouseholdChanges"] | null;
        ProposalRefused: {
            answer: string;
        };
        SampleDraw: {
            placeId: string;
            seed: string;
            size: number;
        };
        SampleChecked: {
            householdId: string;
            wrong?: string[] | null;
        };
        /**
         * @description OVERDUE 已超期 · DUE 该走访了 · NOT_YET 还没到期 · REFUSED 谢绝走访 · LEFT_OUT 不走访
         * @enum {string}
         */
        VisitDue: "OVERDUE" | "DUE" | "NOT_YET" | "REFUSED" | "LEFT_OUT";
        VisitDueHome: {
            householdId: string;
            /** @description 街道到楼栋 */
            place: string;
            room: string;
            class: components["schemas"]["HouseholdClass"];
            tags: string[];
            needs: string[];
            state: components["schemas"]["VisitDue"];
            /** @description 现在谢绝走访，请不要上门 */
            refused: boolean;
            /**
             * Format: date
             * @description 最晚哪天走访
             */
            dueOn: string;
            /** @description 欠几次 */
            owed: number;
            /** @description 晚了几天 */
            daysLate: number;
            /**
             * Format: date-time
             * @description 上一次算数的走访
             */
            lastVisitAt: string | null;
            /**
             * Format: date-time
             * @description 上一次走访，包括没见到人的
             */
            lastTriedAt: string | null;
        };
        VisitDuePage: {
            items: components["schemas"]["VisitDueHome"][];
            nextCursor: string | null;
        };
        VisitClassDebt: {
            class: components["schemas"]["HouseholdClass"];
            /** @description 户数 */
            homes: number;
            /** @description 空置、长期外出等不走访的户数 */
            leftOut: number;
            /** @description 谢绝走访的户数，不算欠 */
            refused: number;
            /** @description 快到期的户数 */
            due: number;
            /** @description 已超期的户数 */
            overdue: number;
            /** @description 一共欠几次 */
            owed: number;
            /** @description 最久晚了几天 */
            worstDaysLate: number;
        };
        VisitDebt: {
            placeId: string;
            placeName: string;
            homes: number;
            leftOut: number;
            refused: number;
            due: number;
            overdue: number;
            owed: number;
            worstDaysLate: number;
            classes: components["schemas"]["VisitClassDebt"][];
        };
        VisitDebtPage: {
            items: components["schemas"]["VisitDebt"][];
            nextCursor: string | null;
        };
        VisitRule: {
            /** @description 多久一次：P7D 七天，P1M 一个月；月或天，不能都写 */
            every: string;
            /** @description 提前几天列为该走访；新归入这一类的也有这么多天 */
            notice: number;
            /** @description 哪些方式算走访 */
            ways: components["schemas"]["VisitWay"][];
        };
        VisitRules: {
            ORDINARY: components["schemas"]["VisitRule"];
            KEY: components["schemas"]["VisitRule"];
            SPECIAL: components["schemas"]["VisitRule"];
        };
        VisitPolicy: {
            code: string;
            version: number;
            name: string;
            about: string;
            /** @description 这些居住状态不走访 */
            leaveOut: components["schemas"]["Occupancy"][];
            rules: components["schemas"]["VisitRules"];
        };
        VisitPolicyWritten: {
            /** @description 2 到 32 个大写字母、数字或下划线 */
            code: string;
            name: string;
            about: string;
            leaveOut: components["schemas"]["Occupancy"][];
            rules: components["schemas"]["VisitRules"];
            /** @description 为什么修改 */
            note: string;
        };
        VisitPolicyChoice: {
            /** @description 街道或社区 */
            placeId: string;
            /** @description 频次的代码 */
            policy: string;
            /** @description 为什么 */
            note: string;
        };
        VisitPolicyChosen: {
            /** @description 空为“所有地方” */
            placeId: string;
            placeName: string;
            policy: string;
            /** @description If-Match 用 */
            version: number;
            /** Format: date-time */
            at: string;
        };
        VisitPolicyPage: {
            items: components["schemas"]["VisitPolicy"][];
            choices: components["schemas"]["VisitPolicyChosen"][];
            nextCursor: string | null;
        };
        CarePerson: {
            id: string;
            name: string;
        } | null;
        CareLine: {
            householdId: string;
            place: string;
            room: string;
            /** @description 还在服务 */
            open: boolean;
            specialist: components["schemas"]["CarePerson"];
            /**
             * Format: date
             * @description 哪天成为特殊家庭
             */
            beganOn: string;
            /** Format: date-time */
            plannedAt: string | null;
            /** Format: date-time */
            reviewedAt: string | null;
            /**
             * Format: date
             * @description 最晚哪天制定计划或回顾
             */
            reviewDue: string | null;
            overdue: boolean;
            version: number;
        };
        CarePage: {
            items: components["schemas"]["CareLine"][];
            nextCursor: string | null;
        };
        CareCounts: {
            items: components["schemas"]["CareCount"][];
            nextCursor: string | null;
        };
        CareCount: {
            communityId: string;
            communityName: string;
            /** @description 特殊家庭 */
            homes: number;
            /** @description 没有专员 */
            unassigned: number;
            /** @description 有专员没计划 */
            unplanned: number;
            /** @description 该制定或回顾而没有做 */
            overdue: number;
        };
        MyCare: {
            /** @description 专员的姓名；还没有指定时为 null */
            specialist: string | null;
            /** Format: date-time */
            since: string | null;
            /** @description 计划里写给您看的话 */
            plain: string | null;
            /** Format: date-time */
            plannedAt: string | null;
            /** Format: date-time */
            reviewedAt: string | null;
        };
        CareMeasure: {
            /** @description 做什么 */
            what: string;
            /** @description 谁来做 */
            who: string;
            /**
             * Format: date
             * @description 什么时候做完
             */
            by: string;
            /**
             * Format: date
             * @description 哪天做完的；没做完为 null
             */
            doneOn?: string | null;
        };
        CareGoal: {
            goal: string;
            measures: components["schemas"]["CareMeasure"][];
        };
        CarePlan: {
            /** @description 写给住户看的话 */
            plain: string;
            goals: components["schemas"]["CareGoal"][];
        } | null;
        CareEvent: {
            /** Format: date-time */
            at: string;
            what: components["schemas"]["CareDeed"];
            whatName: string;
            by: string;
            specialist: components["schemas"]["CarePerson"];
            /** @description 只给看得到计划的人 */
            note: string | null;
        };
        /**
         * @description BEGAN 成为特殊家庭 · ASSIGNED 指定专员 · HANDED_OVER 更换专员 · PLANNED 制定计划 · REVIEWED 每月回顾 · ENDED 服务结束
         * @enum {string}
         */
        CareDeed: "BEGAN" | "ASSIGNED" | "HANDED_OVER" | "PLANNED" | "REVIEWED" | "ENDED";
        Care: {
            householdId: string;
            place: string;
            room: string;
            open: boolean;
            specialist: components["schemas"]["CarePerson"];
            /** Format: date */
            beganOn: string;
            /** Format: date */
            endedOn: string | null;
            /** Format: date-time */
            assignedAt: string | null;
            /** Format: date-time */
            plannedAt: string | null;
            /** Format: date-time */
            reviewedAt: string | null;
            /** Format: date */
            reviewDue: string | null;
            overdue: boolean;
            plan: components["schemas"]["CarePlan"];
            /** @description 到期没做完的措施有几条 */
            lateMeasures: number | null;
            history: components["schemas"]["CareEvent"][];
            /** @description 您现在可以做的 */
            steps: components["schemas"]["CareDeed"][];
            version: number;
        };
        CareStep: {
            /** @enum {string} */
            step: "ASSIGN" | "HAND_OVER" | "PLAN" | "REVIEW";
            specialistId?: string | null;
            note?: string | null;
            plan?: components["schemas"]["CarePlan"];
        };
        CareReceipt: {
            householdId: string;
            what: components["schemas"]["CareDeed"];
            specialistId: string;
            /** Format: date */
            reviewDue: string;
            version: number;
        };
        /**
         * @description PROPOSED 待确认 · PILOT 试点 · ALL 全面走访 · CLOSED 已结束 · DROPPED 不开展
         * @enum {string}
         */
        CampaignStage: "PROPOSED" | "PILOT" | "ALL" | "CLOSED" | "DROPPED";
        /** @enum {string} */
        CampaignMove: "ACCEPT" | "DROP" | "SPREAD" | "EXTEND" | "CLOSE";
        CampaignPlace: {
            id: string;
            name: string;
        };
        CampaignBegun: {
            /** @description 街道或社区 */
            placeId: string;
            name: string;
            /** Format: date */
            startsOn: string;
            /**
             * Format: date
             * @description 不写为三个月
             */
            endsOn?: string | null;
            /** @description 2 到 3 个试点社区；不试点就不写 */
            pilots?: string[] | null;
        };
        CampaignMoveAsked: {
            move: components["schemas"]["CampaignMove"];
            /** Format: date */
            endsOn?: string | null;
            note?: string | null;
        };
        Campaign: {
            id: string;
            place: components["schemas"]["CampaignPlace"];
            /** @description 主题的代码；平常的走访为 null */
            theme: string | null;
            name: string;
            /** Format: date */
            startsOn: string;
            /** Format: date */
            endsOn: string;
            /** @description 走访有哪些标签的住户；空为全部 */
            groups: string[];
            /** @description 先走访并且要入户的标签 */
            first: string[];
            pilots: components["schemas"]["CampaignPlace"][];
            /** @description 每个试点社区每月走访多少户 */
            pilotMonthly: number;
            stage: components["schemas"]["CampaignStage"];
            stageName: string;
            /** Format: date-time */
            createdAt: string;
            /** Format: date-time */
            closedAt: string | null;
            note: string | null;
            /** @description 您现在可以做的 */
            moves: components["schemas"]["CampaignMove"][];
            version: number;
        };
        CampaignPage: {
            items: components["schemas"]["Campaign"][];
            nextCursor: string | null;
        };
        CampaignProgress: {
            place: components["schemas"]["CampaignPlace"];
            /** @description 该走访的户数 */
            homes: number;
            /** @description 走访过的户数 */
            done: number;
            /** @description 其中重点人群 */
            firstHomes: number;
            /** @description 重点人群里走访过的 */
            firstDone: number;
            /** @description 去过、还不算数的户数 */
            tried: number;
            /** @description 这个月走访的户数，月从开始那天算起 */
            thisMonth: number;
            /** @description 试点社区每月的目标 */
            monthlyTarget: number | null;
        };
        CampaignProgressPage: {
            items: components["schemas"]["CampaignProgress"][];
            nextCursor: string | null;
        };
        CampaignHome: {
            householdId: string;
            place: string;
            room: string;
            class: components["schemas"]["HouseholdClass"];
            tags: string[];
            needs: string[];
            /** @description 先走访，要入户 */
            first: boolean;
            /** @description 谢绝走访 */
            refused: boolean;
            /** Format: date-time */
            doneAt: string | null;
            /** Format: date-time */
            triedAt: string | null;
        };
        CampaignHomePage: {
            items: components["schemas"]["CampaignHome"][];
            nextCursor: string | null;
        };
        Qualification: {
            code: string;
            name: string;
            needs: string[];
            tags: string[];
        };
        QualificationPage: {
            items: components["schemas"]["Qualification"][];
            nextCursor: string | null;
        };
        /**
         * @description SECRETARY 社区书记 · GRID_WORKER 网格员 · HELPER 志愿者、专业人员
         * @enum {string}
         */
        TeamPart: "SECRETARY" | "GRID_WORKER" | "HELPER";
        VisitTeamMember: {
            accountId: string;
            name: string;
            part: components["schemas"]["TeamPart"];
            qualifications: string[];
            grids: string[];
        };
        VisitTeam: {
            communityId: string;
            complete: boolean;
            /** @description 还缺什么，每条一句话 */
            missing: string[];
            members: components["schemas"]["VisitTeamMember"][];
            version: number;
        };
        VisitTeamMemberAsked: {
            accountId: string;
            part: components["schemas"]["TeamPart"];
            qualifications?: string[] | null;
            /** @description 网格员负责的 1 到 2 个网格；其他人不写为全部 */
            grids?: string[] | null;
        };
        VisitTeamAsked: {
            members: components["schemas"]["VisitTeamMemberAsked"][];
        };
        VisitCompanion: {
            member: components["schemas"]["VisitTeamMember"];
            /** @description 为了哪些需求和标签 */
            because: string[];
        };
        VisitCompany: {
            householdId: string;
            companions: components["schemas"]["VisitCompanion"][];
            /** @description 队里没人能办的需求和标签 */
            uncovered: string[];
            /** @description 队伍本身还缺什么 */
            teamMissing: string[];
        };
        RouteHome: {
            householdId: string;
            place: string;
            room: string;
            class: components["schemas"]["HouseholdClass"];
            state: components["schemas"]["VisitDue"];
            /** Format: date */
            dueOn: string;
        } | null;
        RouteAppointment: {
            slotId: string;
            place: string;
        } | null;
        RouteStop: {
            /** Format: date-time */
            from: string;
            /** Format: date-time */
            to: string;
            home: components["schemas"]["RouteHome"];
            appointment: components["schemas"]["RouteAppointment"];
        };
        VisitRoute: {
            /** Format: date */
            date: string;
            stops: components["schemas"]["RouteStop"][];
            /** @description 该走访而时间不够的 */
            left: components["schemas"]["RouteHome"][];
        };
        HouseholdSample: {
            id: string;
            placeId: string;
            seed: string;
            /** Format: date */
            drawnOn: string;
            /** Format: date-time */
            drawnAt: string;
            /** @description 从多少户里抽 */
            population: number;
            homes: components["schemas"]["SampledHome"][];
            checked: number;
            right: number;
            accuracy: number | null;
            /** @description 准确率是否达到 95% */
            enough: boolean;
        };
        SampledHome: {
            householdId: string;
            checked: boolean;
        };
        PersonalExport: {
            sections: components["schemas"]["PersonalSections"];
        };
        /** @description 节的名称 → 内容 */
        PersonalSections: {
            [key: string]: {
                [key: string]: unknown;
            };
        };
        ErasurePage: {
            items: components["schemas"]["Erasure"][];
        };
        Erasure: {
            id: string;
            /**
             * @description WAITING 冷静期 · WITHDRAWN 已撤回 · REFUSED 没有办理 · DONE 已办完
             * @enum {string}
             */
            state: "WAITING" | "WITHDRAWN" | "REFUSED" | "DONE";
            /** Format: date-time */
            askedAt: string;
            /** Format: date-time */
            dueAt: string;
            /** Format: date-time */
            doneAt: string | null;
            /** @description 办了什么，逐条说明 */
            done: string[];
        };
        SpotDrawPage: {
            items: components["schemas"]["SpotDraw"][];
            nextCursor: string | null;
        };
        SpotDraw: {
            streetId: string;
            /** @description 如 2026-11 */
            month: string;
            /** @description 每一百次走访抽多少次，不少于 10 */
            share: number;
            /** @description secret 的 SHA-256，月底以前公布 */
            commitment: string;
            /**
             * Format: date-time
             * @description 什么时候公布的
             */
            committedAt: string;
            /**
             * Format: date-time
             * @description 审计链在这一刻之前的最后一个哈希进入抽签
             */
            headAt: string;
            /**
             * Format: date-time
             * @description 什么时候抽
             */
            drawsAt: string;
            /**
             * Format: date-time
             * @description 抽好的时间；还没有抽为 null
             */
            drawnAt: string | null;
            secret: string | null;
            /** @description 审计链那时有多长 */
            headLength: number | null;
            /** @description 审计链那时的最后一个哈希 */
            headHash: string | null;
            lists: components["schemas"]["SpotDrawLine"][];
        };
        SpotDrawLine: {
            communityId: string;
            communityName: string;
            seed: string;
            /** @description 名单里有几次走访 */
            visits: number;
            /** @description 抽了几次 */
            drawn: number;
            /** @description 名单的 SHA-256 */
            digest: string;
        };
        SpotDrawList: {
            streetId: string;
            communityId: string;
            month: string;
            share: number;
            commitment: string;
            secret: string;
            headHash: string;
            seed: string;
            digest: string;
            /** @description 全部走访编号，按字节排序 */
            visits: string[];
            /** @description 抽中的编号 */
            drawn: string[];
            /** @description 怎么重抽 */
            how: string;
        };
        /**
         * @description DRAWN 待安排 · ASSIGNED 核查中 · PASSED 没有问题 · FINDINGS 发现问题
         * @enum {string}
         */
        SpotCheckState: "DRAWN" | "ASSIGNED" | "PASSED" | "FINDINGS";
        SpotCheckPerson: {
            id: string;
            name: string;
        };
        SpotCheckLine: {
            visitId: string;
            month: string;
            place: string;
            visitor: components["schemas"]["SpotCheckPerson"];
            /**
             * Format: date-time
             * @description 走访时间
             */
            at: string;
            /** @description MET 见到了 · NOBODY_HOME 没人在家 · REFUSED 谢绝 */
            outcome: string;
            state: components["schemas"]["SpotCheckState"];
            /**
             * Format: date-time
             * @description 核查的期限
             */
            dueAt: string;
            supervisor: components["schemas"]["SpotCheckPerson"] | null;
            version: number;
        };
        SpotCheckPage: {
            items: components["schemas"]["SpotCheckLine"][];
            nextCursor: string | null;
        };
        SpotCheckFindings: {
            /** @enum {string} */
            askedBy: "PHONE" | "IN_PERSON";
            recorded: components["schemas"]["SpotCheckMark"];
            followed: components["schemas"]["SpotCheckMark"];
            entered: components["schemas"]["SpotCheckMark"];
        };
        /**
         * @description OK 没有问题 · WRONG 有问题 · NONE 没有要跟进的问题（只用于 followed）
         * @enum {string}
         */
        SpotCheckMark: "OK" | "WRONG" | "NONE";
        SpotCheckEvent: {
            /** Format: date-time */
            at: string;
            /** @description DRAW 抽中 · ASSIGN 安排 · TRY 没有联系上 · REPORT 填写结果 */
            move: string;
            state: components["schemas"]["SpotCheckState"];
            by: string;
            supervisor: components["schemas"]["SpotCheckPerson"] | null;
            note: string | null;
        };
        SpotCheck: {
            visitId: string;
            month: string;
            householdId: string;
            place: string;
            room: string | null;
            visitor: components["schemas"]["SpotCheckPerson"];
            /** Format: date-time */
            at: string;
            /** @description IN_PERSON 入户 · PHONE 电话 · ONLINE 线上 */
            way: string;
            outcome: string;
            /** @description 是否按时录入 */
            enteredInTime: boolean;
            state: components["schemas"]["SpotCheckState"];
            stateName: string;
            /** Format: date-time */
            dueAt: string;
            supervisor: components["schemas"]["SpotCheckPerson"] | null;
            findings: components["schemas"]["SpotCheckFindings"] | null;
            /** Format: date-time */
            checkedAt: string | null;
            /** @description 您现在可以做的 */
            moves: ("ASSIGN" | "TRY" | "REPORT")[];
            history: components["schemas"]["SpotCheckEvent"][];
            version: number;
        };
        SpotCheckMove: {
            /** @enum {string} */
            move: "ASSIGN" | "TRY" | "REPORT";
            supervisorId?: string | null;
            /** @enum {string|null} */
            askedBy?: "PHONE" | "IN_PERSON" | null;
            /** @enum {string|null} */
            recorded?: "OK" | "WRONG" | "NONE" | null;
            /** @enum {string|null} */
            followed?: "OK" | "WRONG" | "NONE" | null;
            /** @enum {string|null} */
            entered?: "OK" | "WRONG" | "NONE" | null;
            note?: string | null;
        };
        SpotCheckReceipt: {
            visitId: string;
            state: components["schemas"]["SpotCheckState"];
            supervisorId: string;
            version: number;
        };
        /**
         * @description ISSUED 待整改 · ANSWERED 待验收 · SENT_BACK 退回再整改 · ACCEPTED 已整改 · WITHDRAWN 已撤销
         * @enum {string}
         */
        RectificationState: "ISSUED" | "ANSWERED" | "SENT_BACK" | "ACCEPTED" | "WITHDRAWN";
        RectificationPage: {
            items: components["schemas"]["Rectification"][];
            nextCursor: string | null;
        };
        Rectification: {
            no: string;
            visitId: string;
            place: string;
            state: components["schemas"]["RectificationState"];
            stateName: string;
            /** Format: date-time */
            issuedAt: string;
            issuedBy: components["schemas"]["SpotCheckPerson"];
            deadline: components["schemas"]["RectificationDeadline"];
            /** @description 退回过几次 */
            timesBack: number;
            /** @description 等着回头看 */
            lookBack: boolean;
            /** @description 您现在可以做的 */
            moves: ("ANSWER" | "ACCEPT" | "SEND_BACK" | "WITHDRAW" | "LOOK_BACK")[];
            history: components["schemas"]["RectificationEvent"][];
            version: number;
        };
        RectificationDeadline: {
            /** @enum {string} */
            kind: "RECTIFY";
            /** Format: date-time */
            dueAt: string;
            /**
             * @description RUNNING 进行中 · MET 按时答复了 · MISSED 过期了 · WITHDRAWN 不用了
             * @enum {string}
             */
            state: "RUNNING" | "MET" | "MISSED" | "WITHDRAWN";
        };
        RectificationEvent: {
            /** Format: date-time */
            at: string;
            /** @description ISSUE 下发，REPLAN 放假安排变了、期限重算，其余同 moves */
            move: string;
            state: components["schemas"]["RectificationState"];
            by: string;
            /** Format: date-time */
            dueAt: string;
            note: string | null;
        };
        RectificationIssue: {
            visitId: string;
            what: string;
            /** @description 几个工作日 */
            days?: number | null;
        };
        RectificationMove: {
            /** @enum {string} */
            move: "ANSWER" | "ACCEPT" | "SEND_BACK" | "WITHDRAW" | "LOOK_BACK";
            /** @enum {string|null} */
            result?: "HOLDS" | "RELAPSED" | "STILL_OPEN" | null;
            note?: string | null;
        };
        RectificationReceipt: {
            no: string;
            state: components["schemas"]["RectificationState"];
            /** Format: date-time */
            dueAt: string;
            version: number;
        };
        LookBackPage: {
            items: components["schemas"]["LookBack"][];
            nextCursor: string | null;
        };
        LookBack: {
            streetId: string;
            /** @description 如 2026-Q4 */
            quarter: string;
            /** Format: date-time */
            openedAt: string;
            /** Format: date-time */
            dueAt: string;
            /** @description 要看几份 */
            notices: number;
            /** @description 看了几份 */
            looked: number;
            /** @description 保持住的 */
            held: number;
        };
        VisitFigures: {
            placeId: string;
            placeName: string;
            /** Format: date */
            from: string;
            /** Format: date */
            to: string;
            figures: components["schemas"]["VisitCounted"];
            parts: components["schemas"]["VisitFiguresPart"][];
        };
        VisitFiguresPart: {
            placeId: string;
            placeName: string;
            figures: components["schemas"]["VisitCounted"];
        };
        VisitCounted: {
            /** @description 覆盖：到这段时间的最后一天，各类住户有几户该走访（空置、长期外出的不算），这段时间见到了几户 */
            coverage: {
                class: components["schemas"]["HouseholdClass"];
                homes: number;
                visited: number;
            }[];
            due: {
                /** @description 现在超期几户 */
                overdue: number;
                /** @description 现在欠几次 */
                owed: number;
            };
            visits: {
                /** @description 走访几次 */
                made: number;
                /** @description 见到了 */
                met: number;
                /** @description 没人在家 */
                nobodyHome: number;
                /** @description 谢绝 */
                refused: number;
                /** @description 按时录入 */
                enteredInTime: number;
            };
            consent: {
                /** @description 现在同意的户数 */
                agreed: number;
                /** @description 谢绝的 */
                refused: number;
                /** @description 告知了还没答复的 */
                told: number;
                /** @description 还没问过的 */
                neverAsked: number;
            };
            found: {
                /** @description 发现问题的走访 */
                visits: number;
                /** @description 转成诉求几件 */
                tickets: number;
                /** @description 答复了 */
                answered: number;
                /** @description 居民认可 */
                settled: number;
                /** @description 居民不认可 */
                notSettled: number;
            };
            /** @description 这段时间开的需求卡 */
            cards: {
                /** @enum {string} */
                colour: "RED" | "YELLOW" | "GREEN";
                opened: number;
                doneInTime: number;
                doneLate: number;
                overdue: number;
            }[];
            spotChecks: {
                /** @description 进了抽查名单的走访 */
                visits: number;
                /** @description 抽中 */
                drawn: number;
                /** @description 核查完 */
                checked: number;
                /** @description 没有问题 */
                passed: number;
                /** @description 记录属实 */
                recordedTrue: number;
                /** @description 有问题要跟进的 */
                toFollow: number;
                /** @description 及时跟进了 */
                followed: number;
                /** @description 录入准确及时 */
                enteredRight: number;
            };
            rectification: {
                /** @description 下发几份 */
                issued: number;
                /** @description 已整改 */
                accepted: number;
                /** @description 过期的 */
                late: number;
            };
        };
        OversightRules: {
            /** @description 每一百次走访抽多少次、不少于 10 */
            share: number;
            /** @description 月底之后几天抽 */
            drawAfterDays: number;
            /** @description 抽好之后几个工作日内核查完 */
            checkWithin: number;
            /** @description 整改期限 */
            rectifyWithin: number;
            /** @description 退回之后的整改期限 */
            rectifyAgain: number;
            /** @description 到期前几个工作日提醒、0 为不提醒 */
            remindBefore: number;
            /** @description 过期几个工作日后告诉街道 */
            streetAfter: number;
            /** @description 季度结束后几个工作日内回头看完 */
            lookBackWithin: number;
            version: number;
        };
        OversightRulesAsked: {
            /** @description 每一百次走访抽多少次、不少于 10 */
            share: number;
            /** @description 月底之后几天抽 */
            drawAfterDays: number;
            /** @description 抽好之后几个工作日内核查完 */
            checkWithin: number;
            /** @description 整改期限 */
            rectifyWithin: number;
            /** @description 退回之后的整改期限 */
            rectifyAgain: number;
            /** @description 到期前几个工作日提醒、0 为不提醒 */
            remindBefore: number;
            /** @description 过期几个工作日后告诉街道 */
            streetAfter: number;
            /** @description 季度结束后几个工作日内回头看完 */
            lookBackWithin: number;
        };
        KeyPage: {
            items: components["schemas"]["KeyShown"][];
        };
        KeyShown: {
            mark: string;
            /** @description 新内容是否用它 */
            seals: boolean;
            fields: components["schemas"]["KeyFields"];
        };
        /** @description 栏目 → 条数 */
        KeyFields: {
            [key: string]: number;
        };
    };
    responses: {
        /** @description 与您手里的一样。没有内容。 */
        NotModified: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        /** @description `TOO_MANY_STREAMS` 同一个账号同时开着的事件流太多：先关掉几个。 */
        TooManyStreams: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `STREAMS_FULL` 现在看实时进展的人太多：改为轮询，按 `Retry-After` 再试。 */
        StreamsFull: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /**
         * @description 所有接口都可能出现的：
         *
         *     | 状态 | code | 页面怎么办 |
         *     | --- | --- | --- |
         *     | 400 | `MALFORMED_JSON` | 程序错误：内容不是正确的 JSON |
         *     | 400 | `BODY_MISSING` | 程序错误：没有带内容 |
         *     | 400 | `UNREADABLE` | 程序错误：内容读不出来 |
         *     | 400 | `BAD_ADDRESS` | 程序错误：地址或请求头里有不能用的字符 |
         *     | 401 | `LOGIN_REQUIRED` | 重新调用 wx.login 登录，然后重试一次 |
         *     | 403 | `NOT_ALLOWED` | 显示 detail；不要重试 |
         *     | 404 | `UNKNOWN_ADDRESS` | 程序错误：没有这个地址 |
         *     | 405 | `METHOD_NOT_ALLOWED` | 程序错误：这个地址不支持这种方法 |
         *     | 406 | `NOT_ACCEPTABLE` | 程序错误：Accept 里没有 JSON |
         *     | 409 | `STILL_UNDER_WAY` | 同样的请求还在办：按 Retry-After 用同一个 Idempotency-Key 重试 |
         *     | 413 | `TOO_LARGE` | 内容太大，请减少 |
         *     | 415 | `UNSUPPORTED_CONTENT_TYPE` | 程序错误：Content-Type 不对 |
         *     | 422 | `INVALID_INPUT` | 看 errors，把每一条显示在对应的输入框旁 |
         *     | 422 | `IDEMPOTENCY_KEY_REUSED` | 程序错误：换了内容要换一个新的键 |
         *     | 429 | `TOO_OFTEN` | 操作太频繁：按 Retry-After 等一会儿再试，不要自动连续重试 |
         *     | 4xx | `NOT_TAKEN` | 显示 detail |
         *     | 500 | `UNEXPECTED` | 显示 detail，附上 traceId 以便查找 |
         *     | 503 | `STORE_AWAY` | 按 Retry-After 稍后再试；带着同一个 Idempotency-Key 不会办两次 |
         *     | 503 | `SESSIONS_AWAY` | 按 Retry-After 稍后再试 |
         *     | 503 | `TOO_SLOW` | 按 Retry-After 稍后再试 |
         *     | 503 | `NOT_READY` | 服务正在启动，按 Retry-After 稍后再试 |
         */
        Common: {
            headers: {
                /** @description 多少秒后再试；429 与 503 时有 */
                "Retry-After"?: number;
                /** @description 401 时为 Bearer */
                "WWW-Authenticate"?: string;
                /** @description 与 traceId 相同 */
                "X-Trace-Id"?: string;
                [name: string]: unknown;
            };
            content: {
                /**
                 * @example {
                 *       "type": "urn:huiyin:problem:INVALID_INPUT",
                 *       "title": "填写有误",
                 *       "status": 422,
                 *       "detail": "请写下您要反映的事情",
                 *       "code": "INVALID_INPUT",
                 *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736",
                 *       "errors": [
                 *         {
                 *           "field": "description",
                 *           "detail": "请写下您要反映的事情"
                 *         }
                 *       ]
                 *     }
                 */
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /** @description 与 Last-Event-ID 相同，供不能带请求头的浏览器使用；两者都有时以请求头为准 */
        AfterEvent: string;
        /** @description 断开前最后一个事件的 id；不带就先说现在怎样 */
        LastEventId: string;
        /** @description 每次新的提交用一个新的随机值（如 UUID），重试时不变。1 到 128 个可见的英文字符 */
        IdempotencyKey: string;
        /** @description 预约号，例如 YY26112200000042 */
        AppointmentId: string;
        /** @description 上一页的 nextCursor */
        Cursor: string;
        /** @description 上一页的 nextCursor */
        LongCursor: string;
        /** @description 一页多少条 */
        Size: number;
        /**
         * @description 诉求编号
         * @example HY26112200042
         */
        TicketNo: string;
    };
    requestBodies: never;
    headers: {
        /** @description 新东西的地址 */
        Location: string;
        /** @description 版本，带引号；用于 If-None-Match 与 If-Match */
        ETag: string;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getContract: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 本文件，YAML 格式。 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/yaml": string;
                };
            };
            304: components["responses"]["NotModified"];
            default: components["responses"]["Common"];
        };
    };
    logIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "0c1Xyz00000aBcDe"
                 *     }
                 */
                "application/json": components["schemas"]["LogIn"];
            };
        };
        responses: {
            /** @description 登录成功。请把 `token` 存在本机，到期前都可使用。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "token": "3q2-7wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                     *       "expiresAt": "2026-12-22T09:30:00+08:00",
                     *       "account": {
                     *         "id": "1001",
                     *         "displayName": "居民1001",
                     *         "roles": [
                     *           "RESIDENT"
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description `LOGIN_CODE_INVALID` 微信不认这个 code：重新调用 wx.login 再试一次。 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `LOGIN_REFUSED` 微信提示该账号有风险：请居民稍后再试。 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `WECHAT_AWAY` 微信暂时没有回应、`SESSIONS_AWAY` 登录服务暂时不可用：按 `Retry-After` 稍后再试。 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    logOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 已退出。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `SESSIONS_AWAY` 登录服务暂时不可用：按 `Retry-After` 稍后再试。 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 当前账号与岗位。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "1002",
                     *       "displayName": "网格员甲",
                     *       "roles": [
                     *         "GRID_WORKER"
                     *       ],
                     *       "posts": [
                     *         {
                     *           "role": "GRID_WORKER",
                     *           "placeId": "qinghe-c1-g2",
                     *           "unitId": null
                     *         }
                     *       ],
                     *       "phone": "139****0001",
                     *       "home": null
                     *     }
                     */
                    "application/json": components["schemas"]["Me"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    issueStreamTicket: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 票。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StreamTicket"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    uploadMedia: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新的提交用一个新的随机值（如 UUID），重试时不变。1 到 128 个可见的英文字符 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Upload"];
            };
        };
        responses: {
            /** @description 已安全保存。 */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "0f3c9a7be1d24c55a1b2c3d4e5f60718",
                     *       "url": "/api/v1/media/0f3c9a7be1d24c55a1b2c3d4e5f60718?until=1795311000&sig=q0x1"
                     *     }
                     */
                    "application/json": components["schemas"]["Uploaded"];
                };
            };
            /** @description `MULTIPART_BROKEN` 上传的内容不完整：重新上传。 */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UPLOAD_TOO_SLOW` 20 秒没有收到数据，或 3 分钟没有传完：请换个网络重试。 */
            408: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `MEDIA_TOO_LARGE` 文件太大：压缩后再传。 */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `MEDIA_KIND_REFUSED` 不支持这种文件：提示居民换成列表里的格式。 */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_INPUT` 没有文件、文件是空的、多于一个文件或有别的表单项；`MEDIA_BROKEN` 文件已损坏；`MEDIA_TOO_MANY_PIXELS` 像素太高。都请重新选择。 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `MEDIA_TOO_MANY` 上传了太多还没提交的文件：先提交诉求。 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `MEDIA_STORE_AWAY` 暂时无法保存：按 `Retry-After` 稍后再试。 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `MEDIA_STORE_FULL` 存储空间已满：可以先只提交文字。 */
            507: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    showMedia: {
        parameters: {
            query?: {
                /** @description 链接的有效期，与 sig 一起原样带上 */
                until?: string;
                /** @description 签名 */
                sig?: string;
                /** @description 链接里有就原样带上 */
                sight?: string;
            };
            header?: never;
            path: {
                /** @description 上传时得到的编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 整个文件。 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                    "image/png": string;
                    "image/webp": string;
                    "audio/mpeg": string;
                    "audio/aac": string;
                    "audio/mp4": string;
                    "audio/amr": string;
                    "audio/silk": string;
                };
            };
            /** @description 文件的一段。 */
            206: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "image/jpeg": string;
                    "image/png": string;
                    "image/webp": string;
                    "audio/mpeg": string;
                    "audio/aac": string;
                    "audio/mp4": string;
                    "audio/amr": string;
                    "audio/silk": string;
                };
            };
            304: components["responses"]["NotModified"];
            /** @description `MEDIA_UNKNOWN` 没有这个文件，或链接已过期，或正在核对、不予显示：重新取得诉求以得到新链接。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RANGE_REFUSED` 文件没有这么长。 */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `MEDIA_STORE_AWAY` 暂时读不到：按 `Retry-After` 稍后再试。 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listTickets: {
        parameters: {
            query?: {
                /** @description 哪一个列表 */
                scope?: "mine" | "desk" | "unowned";
                /** @description 只看这些环节，可以写多个；不写为全部 */
                stage?: ("SUBMITTED" | "CLASSIFIED" | "DISPATCHED" | "IN_PROGRESS" | "REPLIED" | "ARCHIVED" | "WITHDRAWN")[];
                /** @description 上一页的 nextCursor */
                cursor?: components["parameters"]["Cursor"];
                /** @description 一页多少条 */
                size?: components["parameters"]["Size"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TicketPage"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    fileTicket: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新的提交用一个新的随机值（如 UUID），重试时不变。1 到 128 个可见的英文字符 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "description": "3号楼门口的路灯三天不亮了，老人晚上出门看不清",
                 *       "category": "FACILITY.STREET_LIGHT",
                 *       "place": {
                 *         "buildingId": "qinghe-c1-g2-b3",
                 *         "detail": "单元门口东侧"
                 *       },
                 *       "media": [
                 *         "0f3c9a7be1d24c55a1b2c3d4e5f60718"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["Submission"];
            };
        };
        responses: {
            /** @description 已收到。 */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            /** @description `STAFF_CHANNEL` 这个渠道只能由工作人员登记。 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_INPUT` 看 `errors`，把每一条显示在对应的输入框旁。 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    getTicket: {
        parameters: {
            query?: never;
            header?: {
                /** @description 上次得到的 ETag */
                "If-None-Match"?: string;
            };
            path: {
                /**
                 * @description 诉求编号
                 * @example HY26112200042
                 */
                no: components["parameters"]["TicketNo"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 诉求。 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            304: components["responses"]["NotModified"];
            /** @description `TICKET_NOT_FOUND` 没有这件诉求，或与您无关。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    watchTicket: {
        parameters: {
            query?: {
                /** @description 与 Last-Event-ID 相同，供不能带请求头的浏览器使用；两者都有时以请求头为准 */
                after?: components["parameters"]["AfterEvent"];
            };
            header?: {
                /** @description 断开前最后一个事件的 id；不带就先说现在怎样 */
                "Last-Event-ID"?: components["parameters"]["LastEventId"];
            };
            path: {
                /**
                 * @description 诉求编号
                 * @example HY26112200042
                 */
                no: components["parameters"]["TicketNo"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一直开着的事件流。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description `TICKET_NOT_FOUND` 没有这件诉求，或与您无关。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            429: components["responses"]["TooManyStreams"];
            503: components["responses"]["StreamsFull"];
            default: components["responses"]["Common"];
        };
    };
    watchInbox: {
        parameters: {
            query?: {
                /** @description 与 Last-Event-ID 相同，供不能带请求头的浏览器使用；两者都有时以请求头为准 */
                after?: components["parameters"]["AfterEvent"];
            };
            header?: {
                /** @description 断开前最后一个事件的 id；不带就先说现在怎样 */
                "Last-Event-ID"?: components["parameters"]["LastEventId"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一直开着的事件流。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            429: components["responses"]["TooManyStreams"];
            503: components["responses"]["StreamsFull"];
            default: components["responses"]["Common"];
        };
    };
    moveTicket: {
        parameters: {
            query?: never;
            header?: {
                /** @description 最近一次看到的 ETag；工作人员必填 */
                "If-Match"?: string;
            };
            path: {
                /**
                 * @description 诉求编号
                 * @example HY26112200042
                 */
                no: components["parameters"]["TicketNo"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "move": "REPLY",
                 *       "note": "路灯已更换，今晚恢复照明"
                 *     }
                 */
                "application/json": components["schemas"]["MoveAsked"];
            };
        };
        responses: {
            /** @description 办理之后的诉求。 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            /** @description `MOVE_NOT_YOURS` 您不能做这一步：刷新后按 `moves` 显示按钮。 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `TICKET_NOT_FOUND` 没有这件诉求，或与您无关。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `MOVE_REFUSED` 现在的环节不能做这一步；`ALREADY_PAUSED` 计时已经暂停；`NOT_PAUSED` 计时没有暂停；`NOTHING_TO_PAUSE` 没有可以暂停的时限；`NOTHING_TO_EXTEND` 没有可以延期的时限；`ALREADY_THERE` 已经在该单位；`REOPEN_WINDOW_CLOSED` 归档太久，请重新提交一件。都请刷新。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STALE` 诉求刚刚有了新变化：刷新后请操作者再确认一次。 */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_INPUT` 看 `errors`。 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IF_MATCH_REQUIRED` 没有带 `If-Match`：先取得诉求。 */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    supplementTicket: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新的提交用一个新的随机值（如 UUID），重试时不变。1 到 128 个可见的英文字符 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description 诉求编号
                 * @example HY26112200042
                 */
                no: components["parameters"]["TicketNo"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "description": "又灭了一盏，现在整条路都是黑的"
                 *     }
                 */
                "application/json": components["schemas"]["Supplement"];
            };
        };
        responses: {
            /** @description 补充之后的诉求。 */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            /** @description `MOVE_NOT_YOURS` 您不能补充这件诉求。 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `TICKET_NOT_FOUND` 没有这件诉求，或与您无关。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `MOVE_REFUSED` 现在的环节不能补充：可以请居民重新办理或另提一件。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STALE` 诉求刚刚有了新变化：重试一次。 */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_INPUT` 看 `errors`。 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    nudgeTicket: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新的提交用一个新的随机值（如 UUID），重试时不变。1 到 128 个可见的英文字符 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /**
                 * @description 诉求编号
                 * @example HY26112200042
                 */
                no: components["parameters"]["TicketNo"];
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /**
                 * @example {
                 *       "note": "老人出行不便，请尽快"
                 *     }
                 */
                "application/json": components["schemas"]["Nudge"];
            };
        };
        responses: {
            /** @description 催办之后的诉求。 */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            /** @description `MOVE_NOT_YOURS` 您不能催办这件诉求。 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `TICKET_NOT_FOUND` 没有这件诉求，或与您无关。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `MOVE_REFUSED` 现在的环节不需要催办。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STALE` 诉求刚刚有了新变化：重试一次。 */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_INPUT` 看 `errors`。 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NUDGE_TOO_OFTEN` 刚刚催过：按 `Retry-After` 把按钮变灰。 */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    rateTicket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description 诉求编号
                 * @example HY26112200042
                 */
                no: components["parameters"]["TicketNo"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "resolved": true,
                 *       "score": 5,
                 *       "comment": "当晚就修好了"
                 *     }
                 */
                "application/json": components["schemas"]["RatingAsked"];
            };
        };
        responses: {
            /** @description 评价之后的诉求。 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Ticket"];
                };
            };
            /** @description `MOVE_NOT_YOURS` 您不能评价这件诉求。 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `TICKET_NOT_FOUND` 没有这件诉求，或与您无关。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ALREADY_RATED` 这次答复已经评价过；`MOVE_REFUSED` 还没有答复。都请刷新。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STALE` 诉求刚刚有了新变化：重试一次。 */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_INPUT` 看 `errors`。 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    verifyTicket: {
        parameters: {
            query?: {
                /** @description 以前得到的 head */
                head?: string;
            };
            header?: never;
            path: {
                /**
                 * @description 诉求编号
                 * @example HY26112200042
                 */
                no: components["parameters"]["TicketNo"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 核对结果。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelineVerified"];
                };
            };
            /** @description `TICKET_NOT_FOUND` 没有这件诉求，或与您无关。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listVisitServices: {
        parameters: {
            query?: {
                /** @description 居民想办的事，一句话 */
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 服务。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitServicePage"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    putVisitService: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 服务代码，例如 COMMUNITY_DOCTOR */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "社区医生",
                 *       "about": "量血压、看用药。急病请拨 120。",
                 *       "needs": [
                 *         "HEALTH"
                 *       ],
                 *       "active": true
                 *     }
                 */
                "application/json": components["schemas"]["VisitServiceChange"];
            };
        };
        responses: {
            /** @description 修改后的服务。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitService"];
                };
            };
            /** @description `ADMIN_ONLY` 只有街道管理员可以修改。 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    getAppointmentPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 规则。 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentPolicy"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    putAppointmentPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description 最近一次看到的 ETag */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "openBookings": 3,
                 *       "noShows": 3,
                 *       "noShowDays": 90,
                 *       "leadMinutes": 120,
                 *       "cancelMinutes": 240,
                 *       "nearMinutes": 10,
                 *       "farMinutes": 20,
                 *       "waiting": 20,
                 *       "moveUpMinutes": 120
                 *     }
                 */
                "application/json": components["schemas"]["AppointmentPolicyAsked"];
            };
        };
        responses: {
            /** @description 修改后的规则。 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentPolicy"];
                };
            };
            /** @description `ADMIN_ONLY` 只有街道管理员可以修改。 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STALE` 刚刚有了变化：刷新后再操作。 */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IF_MATCH_REQUIRED` 要带 If-Match。 */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listSlots: {
        parameters: {
            query?: {
                /** @description 哪一个列表 */
                scope?: "bookable" | "desk";
                /** @description 从哪一天（2026-11-22）或哪个时间开始；不填为现在 */
                from?: string;
                /** @description 到哪一天（含）或哪个时间为止；不填为 from 之后 14 天，最多 100 天 */
                to?: string;
                /** @description 只看这项服务 */
                service?: string;
                /** @description 上一页的 nextCursor */
                cursor?: components["parameters"]["Cursor"];
                /** @description 一页多少条 */
                size?: components["parameters"]["Size"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 时段。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlotPage"];
                };
            };
            /** @description `HOME_UNKNOWN` 还没有填住址：先到“我的住址”选好楼栋（`PUT /api/v1/me/home`）。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    openSlots: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新的提交用一个新的随机值（如 UUID），重试时不变。1 到 128 个可见的英文字符 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "service": "COMMUNITY_DOCTOR",
                 *       "staffId": "1003",
                 *       "communityId": "qinghe-c1",
                 *       "date": "2026-11-28",
                 *       "until": "2026-12-27",
                 *       "weekdays": [
                 *         6,
                 *         7
                 *       ],
                 *       "startTime": "09:00",
                 *       "endTime": "11:00",
                 *       "minutesEach": 30,
                 *       "pauseMinutes": 20,
                 *       "at": "HOME"
                 *     }
                 */
                "application/json": components["schemas"]["SlotsAsked"];
            };
        };
        responses: {
            /** @description 开放了的和跳过的。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlotsOpened"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    moveSlot: {
        parameters: {
            query?: never;
            header?: {
                /** @description 最近一次看到的 ETag；工作人员必填 */
                "If-Match"?: string;
            };
            path: {
                /** @description 时段编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "move": "CLOSE",
                 *       "note": "医生临时有急诊"
                 *     }
                 */
                "application/json": components["schemas"]["SlotMove"];
            };
        };
        responses: {
            /** @description 之后的时段。 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Slot"];
                };
            };
            /** @description `SLOT_NOT_FOUND` 没有这个时段，或不归您管。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `SLOT_GONE` 已经关闭或开始；`PLACES_TAKEN` 已约出去的比这个数多；`ONE_HOME_EACH` 上门的时段一次只约一户。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STALE` 刚刚有了变化：刷新后再操作。 */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IF_MATCH_REQUIRED` 工作人员要带 If-Match。 */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listAppointments: {
        parameters: {
            query?: {
                /** @description 哪一个列表 */
                scope?: "mine" | "desk";
                /** @description 只看这些状态；可以重复给出，不填为全部 */
                state?: components["schemas"]["AppointmentState"][];
                /** @description desk：从哪一天或哪个时间开始 */
                from?: string;
                /** @description desk：到哪一天（含）或哪个时间为止 */
                to?: string;
                /** @description 上一页的 nextCursor */
                cursor?: components["parameters"]["Cursor"];
                /** @description 一页多少条 */
                size?: components["parameters"]["Size"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentPage"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    bookVisit: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新的提交用一个新的随机值（如 UUID），重试时不变。1 到 128 个可见的英文字符 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "slotId": "7",
                 *       "purpose": "请医生给母亲量血压",
                 *       "needs": [
                 *         "HEALTH"
                 *       ],
                 *       "family": {
                 *         "name": "林奶奶",
                 *         "relation": "母亲"
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["BookingAsked"];
            };
        };
        responses: {
            /** @description 约好了（BOOKED）或排上队了（WAITING，`ahead` 是前面还有几位）。 */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Appointment"];
                };
            };
            /** @description `OUT_OF_REACH` 只有本社区的工作人员可以替居民预约。 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `SLOT_NOT_FOUND` 没有这个时段，或不是本社区的。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `SLOT_FULL` 约满了：换个时间，或带 `queue` 再提交来排队；`SLOT_GONE` 关闭了、过了或来不及了；`WAITING_LIST_FULL` 排队的人太多；`ALREADY_BOOKED` 这个时段已经约过；`PERSON_BUSY` 那个时间有别的预约；`STAFF_BUSY` 服务人员路上来不及；`TOO_MANY_BOOKINGS` 没办完的预约太多；`BY_PHONE_ONLY` 多次约了没到，请打电话到社区；`HOME_UNKNOWN` 还没有填住址。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    getAppointment: {
        parameters: {
            query?: never;
            header?: {
                /** @description 上次得到的 ETag */
                "If-None-Match"?: string;
            };
            path: {
                /** @description 预约号，例如 YY26112200000042 */
                id: components["parameters"]["AppointmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 预约。 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Appointment"];
                };
            };
            304: components["responses"]["NotModified"];
            /** @description `APPOINTMENT_NOT_FOUND` 没有这次预约，或与您无关。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    moveAppointment: {
        parameters: {
            query?: never;
            header?: {
                /** @description 最近一次看到的 ETag；工作人员必填 */
                "If-Match"?: string;
            };
            path: {
                /** @description 预约号，例如 YY26112200000042 */
                id: components["parameters"]["AppointmentId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "move": "CANCEL",
                 *       "note": "老人去女儿家了"
                 *     }
                 */
                "application/json": components["schemas"]["AppointmentMove"];
            };
        };
        responses: {
            /** @description 之后的预约。 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Appointment"];
                };
            };
            /** @description `MOVE_NOT_YOURS` 您不能做这一步：刷新后按 `moves` 显示按钮。 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `APPOINTMENT_NOT_FOUND` 没有这次预约，或与您无关；`SLOT_NOT_FOUND` 没有要改到的时段。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `MOVE_REFUSED` 现在的状态不能做这一步；`TOO_LATE` 过了可以取消、改时间的时限，请打电话给社区；`TOO_EARLY` 还没到时间；`SLOT_FULL`、`SLOT_GONE`、`PERSON_BUSY`、`STAFF_BUSY`、`ALREADY_BOOKED` 新的时段不行，原来的预约不变。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STALE` 刚刚有了变化：刷新后请操作者再确认一次。 */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IF_MATCH_REQUIRED` 工作人员要带 If-Match。 */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    getAppointmentPhone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 预约号，例如 YY26112200000042 */
                id: components["parameters"]["AppointmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 电话。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentPhone"];
                };
            };
            /** @description `APPOINTMENT_NOT_FOUND` 没有这次预约，或与您无关；`PHONE_UNKNOWN` 没有留电话。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listVisitRecords: {
        parameters: {
            query?: {
                /** @description 哪一个列表 */
                scope?: "mine" | "desk";
                /** @description 只看这一户 */
                household?: string;
                /** @description 只看这件诉求的来处 */
                ticket?: string;
                /** @description 上一页的 nextCursor */
                cursor?: components["parameters"]["Cursor"];
                /** @description 一页多少条 */
                size?: components["parameters"]["Size"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitRecordPage"];
                };
            };
            /** @description `HOUSEHOLD_NOT_FOUND` 没有这一户，或不归您管。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    keepVisitRecord: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "id": "0d9f3c1e-5b7a-4f0e-9d57-2f6f6f0c9a11",
                 *       "householdId": "k7m2p9q4w8x3y6z5",
                 *       "at": "2026-11-22T10:00:00+08:00",
                 *       "minutes": 25,
                 *       "way": "IN_PERSON",
                 *       "outcome": "MET",
                 *       "checklistVersion": 1,
                 *       "answers": {
                 *         "ELDER.MEDICINES": "RUNNING_OUT",
                 *         "HOME.MOVED": false
                 *       },
                 *       "words": "老人精神不错，降压药只剩三天的",
                 *       "warmNote": "说话慢一点，喜欢聊孙女",
                 *       "consent": {
                 *         "purpose": "看看老人身体和用电安全"
                 *       },
                 *       "problems": [
                 *         {
                 *           "description": "楼道灯不亮，老人晚上不敢出门"
                 *         }
                 *       ],
                 *       "cards": [
                 *         {
                 *           "colour": "RED",
                 *           "what": "帮忙配降压药"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["VisitRecordAsked"];
            };
        };
        responses: {
            /** @description 存下了；以前存过的同一条也这样回答。 */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitReceipt"];
                };
            };
            /** @description `OUT_OF_REACH` 这一户不在您的网格里；`MOVE_NOT_YOURS` 这一步不归您办。 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `HOUSEHOLD_NOT_FOUND` 没有这一户的档案。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NO_CONSENT` 这一户还没有同意走访；`VISITOR_BUSY` 这个时间您还有另一次走访；`SECOND_TRY_OPEN` 这一户谢绝了，由社区书记再联系；`NOBODY_ASKS` 两次谢绝，暂不再问；`TELL_FIRST` 先告知目的；`SECOND_TRY_MADE` 社区书记已经联系过一次；`MOVE_REFUSED` 现在不能这样记。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STALE` 这一户的意愿刚刚有了变化，请再提交一次。 */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RECORD_ID_REUSED` 这个编号已经用于内容不同的记录：重新生成编号。填写有误时为 `INVALID_INPUT`。 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    keepVisitRecords: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VisitRecordsAsked"];
            };
        };
        responses: {
            /** @description 每一条的结果，顺序与传来的相同。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitRecordResults"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    getVisitRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 记录编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 记录。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitRecord"];
                };
            };
            /** @description `VISIT_NOT_FOUND` 没有这条记录，或不归您看。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    getVisitChecklists: {
        parameters: {
            query?: {
                /** @description 住户编号 */
                household?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 清单。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitChecklists"];
                };
            };
            /** @description `HOUSEHOLD_NOT_FOUND` 没有这一户，或不归您管。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listVisitEntries: {
        parameters: {
            query?: {
                /** @description 上一页的 nextCursor */
                cursor?: components["parameters"]["Cursor"];
                /** @description 一页多少条 */
                size?: components["parameters"]["Size"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitEntryPage"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    getVisitBrief: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 住户编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 去之前要知道的。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitBrief"];
                };
            };
            /** @description `HOUSEHOLD_NOT_FOUND` 没有这一户，或不归您管。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    getVisitConsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 住户编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 意愿和经过。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitConsent"];
                };
            };
            /** @description `HOUSEHOLD_NOT_FOUND` 没有这一户，或不归您管。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    noteVisitConsent: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新的提交用一个新的随机值（如 UUID），重试时不变。1 到 128 个可见的英文字符 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 住户编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "deed": "TELL",
                 *       "way": "PHONE",
                 *       "purpose": "换季了，上门看看用电和取暖"
                 *     }
                 */
                "application/json": components["schemas"]["ConsentAsked"];
            };
        };
        responses: {
            /** @description 记下了。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentNoted"];
                };
            };
            /** @description `MOVE_NOT_YOURS` 这一步不归您办。 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `HOUSEHOLD_NOT_FOUND` 没有这一户，或不归您管。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `TELL_FIRST` 先告知目的；`SECOND_TRY_OPEN` 由社区书记再联系，其他人不再问；`NOBODY_ASKS` 两次谢绝，暂不再问；`SECOND_TRY_MADE` 社区书记已经联系过；`MOVE_REFUSED` 现在不能这样记。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STALE` 刚刚有了变化，请再试一次。 */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    getOwnVisitConsent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 意愿和经过。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitConsent"];
                };
            };
            /** @description `HOME_NOT_CONFIRMED` 您的住址还没有由网格员确认。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    sayVisitConsent: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新的提交用一个新的随机值（如 UUID），重试时不变。1 到 128 个可见的英文字符 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "deed": "AGREE"
                 *     }
                 */
                "application/json": components["schemas"]["OwnConsentAsked"];
            };
        };
        responses: {
            /** @description 记下了。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentNoted"];
                };
            };
            /** @description `MOVE_NOT_YOURS` 这一步由工作人员记。 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `HOME_NOT_CONFIRMED` 您的住址还没有由网格员确认；`MOVE_REFUSED` 现在不能这样。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STALE` 刚刚有了变化，请再试一次。 */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listOwnVisits: {
        parameters: {
            query?: {
                /** @description 上一页的 nextCursor */
                cursor?: components["parameters"]["Cursor"];
                /** @description 一页多少条 */
                size?: components["parameters"]["Size"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitRecordPage"];
                };
            };
            /** @description `HOME_NOT_CONFIRMED` 您的住址还没有由网格员确认。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listOwnNeedCards: {
        parameters: {
            query?: {
                /** @description 上一页的 nextCursor */
                cursor?: components["parameters"]["Cursor"];
                /** @description 一页多少条 */
                size?: components["parameters"]["Size"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedCardPage"];
                };
            };
            /** @description `HOME_NOT_CONFIRMED` 您的住址还没有由网格员确认。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listVisitConsents: {
        parameters: {
            query?: {
                /** @description 只看这些；可以重复给出 */
                state?: ("TOLD" | "AGREED" | "REFUSED" | "REFUSED_TWICE")[];
                /** @description 上一页的 nextCursor */
                cursor?: string;
                /** @description 一页多少条 */
                size?: components["parameters"]["Size"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitConsentPage"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listVisitNotices: {
        parameters: {
            query: {
                /** @description 地点编号 */
                place: string;
                /** @description 上一页的 nextCursor */
                cursor?: components["parameters"]["Cursor"];
                /** @description 一页多少条 */
                size?: components["parameters"]["Size"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitNoticePage"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    hangVisitNotice: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新的提交用一个新的随机值（如 UUID），重试时不变。1 到 128 个可见的英文字符 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "placeId": "qinghe-c1",
                 *       "way": "BOARD",
                 *       "purpose": "年底前网格员会到每家走一走，看看用电用气安全，听听大家的需要"
                 *     }
                 */
                "application/json": components["schemas"]["VisitNoticeAsked"];
            };
        };
        responses: {
            /** @description 记下了。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitNotice"];
                };
            };
            /** @description `OUT_OF_REACH` 这个地方不归您管。 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listNeedCards: {
        parameters: {
            query?: {
                /** @description 没办完的还是办完的 */
                state?: "open" | "closed";
                /** @description 只看这种颜色 */
                colour?: components["schemas"]["CardColour"];
                /** @description 只看这一户 */
                household?: string;
                /** @description 上一页的 nextCursor */
                cursor?: components["parameters"]["Cursor"];
                /** @description 一页多少条 */
                size?: components["parameters"]["Size"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedCardPage"];
                };
            };
            /** @description `HOUSEHOLD_NOT_FOUND` 没有这一户，或不归您管。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    openNeedCard: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新的提交用一个新的随机值（如 UUID），重试时不变。1 到 128 个可见的英文字符 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "householdId": "k7m2p9q4w8x3y6z5",
                 *       "colour": "YELLOW",
                 *       "what": "想在卫生间装扶手",
                 *       "source": "CALLBACK"
                 *     }
                 */
                "application/json": components["schemas"]["NeedCardAsked"];
            };
        };
        responses: {
            /** @description 开好了。 */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedCardOpened"];
                };
            };
            /** @description `OUT_OF_REACH` 这一户不在您的网格里。 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `HOUSEHOLD_NOT_FOUND` 没有这一户；`TICKET_NOT_FOUND` 没有这件诉求，或与您无关。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    getNeedCard: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 需求卡编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 需求卡。 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedCard"];
                };
            };
            /** @description `CARD_NOT_FOUND` 没有这张需求卡，或不归您看。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    moveNeedCard: {
        parameters: {
            query?: never;
            header?: {
                /** @description 最近一次看到的 ETag */
                "If-Match"?: string;
            };
            path: {
                /** @description 需求卡编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "move": "DONE",
                 *       "note": "请师傅装好了两根扶手"
                 *     }
                 */
                "application/json": components["schemas"]["NeedCardMove"];
            };
        };
        responses: {
            /** @description 之后的需求卡。 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NeedCard"];
                };
            };
            /** @description `MOVE_NOT_YOURS` 这一步不归您办。 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CARD_NOT_FOUND` 没有这张需求卡，或不归您看。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `MOVE_REFUSED` 现在的状态不能这样办。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STALE` 刚刚有了变化：刷新后再办。 */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IF_MATCH_REQUIRED` 要带 If-Match。 */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    getAppointmentHousehold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 预约号，例如 YY26112200000042 */
                id: components["parameters"]["AppointmentId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 打了码的档案。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Household"];
                };
            };
            /** @description `NOT_ALLOWED` 不是上门的服务人员，或不是上门的预约。 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `APPOINTMENT_NOT_FOUND` 没有这次预约，或与您无关；`HOUSEHOLD_NOT_FOUND` 住址没有经网格员确认，还没有档案。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_EXPECTED` 没有约好，或还不到前一天，或已经过了。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    getCalendarYear: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 2020 至 2100 */
                year: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 周末以外的特别日子。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "year": 2026,
                     *       "version": 3,
                     *       "provisional": false,
                     *       "source": "国务院办公厅关于2026年部分节假日安排的通知",
                     *       "days": [
                     *         {
                     *           "date": "2026-10-01",
                     *           "kind": "HOLIDAY",
                     *           "name": "国庆节"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["CalendarYear"];
                };
            };
            /** @description `CALENDAR_YEAR_UNKNOWN` 只能查询 2020 至 2100 年。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_READY` 服务正在启动：按 `Retry-After` 稍后再试。 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    importCalendarNotice: {
        parameters: {
            query?: {
                /** @description 用 CSV 时的年份 */
                year?: number;
                /** @description 用 CSV 时通知的名称或文号 */
                source?: string;
            };
            header?: {
                /** @description 每次新的提交用一个新的随机值（如 UUID），重试时不变。1 到 128 个可见的英文字符 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "year": 2027,
                 *       "source": "关于2027年部分节假日安排的通知",
                 *       "days": [
                 *         {
                 *           "date": "2027-01-01",
                 *           "kind": "HOLIDAY",
                 *           "name": "元旦"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["NoticeForm"];
                "text/csv": components["schemas"]["NoticeCsv"];
            };
        };
        responses: {
            /** @description 已导入。 */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedNotice"];
                };
            };
            /** @description `ADMIN_ONLY` 只有街道管理员可以导入。 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_INPUT` 看 `errors`，指明是哪一天。 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_READY` 服务正在启动：按 `Retry-After` 稍后再试。 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    getDeadlinePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 现行版本。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyInForce"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    putDeadlinePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPolicy"];
            };
        };
        responses: {
            /** @description 已生效。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyInForce"];
                };
            };
            /** @description `ADMIN_ONLY` 只有街道管理员可以修改。 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STALE` 刚刚有人修改过：刷新后再改。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_INPUT` 看 `errors`。 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    verifyAudit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 核对结果。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "intact": true,
                     *       "checked": 2,
                     *       "head": {
                     *         "length": 2,
                     *         "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                     *       },
                     *       "brokenAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["AuditVerdict"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    getAuditHead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 长度与最后的哈希。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditHead"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listAuditEntries: {
        parameters: {
            query?: {
                /** @description 上一页的 nextCursor */
                cursor?: string;
                /** @description 一页多少条 */
                size?: components["parameters"]["Size"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    putMyPhone: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhoneAsked"];
            };
        };
        responses: {
            /** @description 我的资料。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description `LOGIN_CODE_INVALID` 微信不认这个 code：请居民再点一次按钮。 */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `LOGIN_REFUSED` 微信提示该账号有风险。 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_INPUT` 看 `errors`。 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `WECHAT_AWAY` 微信暂时没有回应：按 `Retry-After` 稍后再试。 */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    getMyMessagePreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 我的设置。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "quietHours": {
                     *         "from": "21:00",
                     *         "to": "08:00"
                     *       },
                     *       "ownQuietHours": false,
                     *       "quietHoursBounds": {
                     *         "from": {
                     *           "from": "19:00",
                     *           "to": "23:59"
                     *         },
                     *         "to": {
                     *           "from": "05:00",
                     *           "to": "10:00"
                     *         }
                     *       },
                     *       "dailySummary": false,
                     *       "dailySummaryAt": "18:30",
                     *       "leaveOut": [],
                     *       "employeeMessages": false,
                     *       "note": "有危险的提醒会马上发，不分昼夜；答复、延期这些必须告诉您的消息，白天一定会发。这两种关不掉。其他消息按您的设置发，站内信里总能看到全部。"
                     *     }
                     */
                    "application/json": components["schemas"]["MessagePreferences"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    putMyMessagePreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "quietHours": {
                 *         "from": "22:00",
                 *         "to": "07:00"
                 *       },
                 *       "dailySummary": true,
                 *       "leaveOut": [
                 *         "CUSTOMER_SERVICE"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["MessagePreferencesAsked"];
            };
        };
        responses: {
            /** @description 我的设置。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePreferences"];
                };
            };
            /** @description `INVALID_INPUT` 看 `errors`。 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    putMyEmployeeBinding: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmployeeBinding"];
            };
        };
        responses: {
            /** @description 我的设置。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePreferences"];
                };
            };
            /** @description `NOT_ALLOWED` 只有工作人员可以绑定。 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_INPUT` 看 `errors`。 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    putMyHome: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HomeAsked"];
            };
        };
        responses: {
            /** @description 我的资料。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description `INVALID_INPUT` 看 `errors`。 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listHomes: {
        parameters: {
            query?: {
                /** @description REQUESTED 待确认 · CONFIRMED 已确认 · REFUSED 不属实 */
                state?: "REQUESTED" | "CONFIRMED" | "REFUSED";
                /** @description 上一页的 nextCursor */
                cursor?: string;
                /** @description 一页多少条 */
                size?: components["parameters"]["Size"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HomePage"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    confirmHome: {
        parameters: {
            query?: never;
            header?: {
                /** @description 住址的 etag，必填 */
                "If-Match"?: string;
            };
            path: {
                /** @description 账号编号 */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 处理之后的住址。 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Home"];
                };
            };
            /** @description `OWN_HOME` 自己的住址请由其他网格员确认。 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `HOME_NOT_FOUND` 没有这条住址，或不归您管。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `HOME_DECIDED` 已经处理过了：刷新。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STALE` 刚刚有了变化：刷新后再操作。 */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IF_MATCH_REQUIRED` 没有带 `If-Match`。 */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    refuseHome: {
        parameters: {
            query?: never;
            header?: {
                /** @description 住址的 etag，必填 */
                "If-Match"?: string;
            };
            path: {
                /** @description 账号编号 */
                accountId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 处理之后的住址。 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Home"];
                };
            };
            /** @description `OWN_HOME` 自己的住址请由其他网格员确认。 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `HOME_NOT_FOUND` 没有这条住址，或不归您管。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `HOME_DECIDED` 已经处理过了：刷新。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STALE` 刚刚有了变化：刷新后再操作。 */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IF_MATCH_REQUIRED` 没有带 `If-Match`。 */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    searchAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AccountSearch"];
            };
        };
        responses: {
            /** @description 找到的账号，最多一个。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountPage"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND` 没有这个账号。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_INPUT` 看 `errors`。 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    putPosts: {
        parameters: {
            query?: never;
            header?: {
                /** @description 账号的 etag，必填 */
                "If-Match"?: string;
            };
            path: {
                /** @description 账号编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostsAsked"];
            };
        };
        responses: {
            /** @description 任免之后的账号。 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountShown"];
                };
            };
            /** @description `OUT_OF_REACH` 只能任免自己管辖范围内的岗位。 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_NOT_FOUND` 没有这个账号。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STALE` 岗位刚刚有了变化：刷新后再操作。 */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_INPUT` 看 `errors`。 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IF_MATCH_REQUIRED` 没有带 `If-Match`。 */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listTemplatesToAsk: {
        parameters: {
            query?: {
                /** @description 点击的场合，如 SUBMIT；或一种消息的名称 */
                occasion?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 模板。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplatesToAsk"];
                };
            };
            /** @description `INVALID_INPUT` 没有这个场合。 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listGrants: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 授权账。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grants"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    recordGrants: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新的提交用一个新的随机值（如 UUID），重试时不变。1 到 128 个可见的英文字符 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GrantsAnswered"];
            };
        };
        responses: {
            /** @description 这些模板现在还能发几条。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grants"];
                };
            };
            /** @description `INVALID_INPUT` 看 `errors`。 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listInbox: {
        parameters: {
            query?: {
                /** @description 只看没读过的 */
                unread?: boolean;
                /** @description 上一页的 nextCursor */
                cursor?: components["parameters"]["Cursor"];
                /** @description 一页多少条 */
                size?: components["parameters"]["Size"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxPage"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    readMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 消息编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 已记下。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `MESSAGE_NOT_FOUND` 没有这条消息。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listDigests: {
        parameters: {
            query?: {
                /** @description grid 网格每天的 · community 社区每周的 · street 街道每月的；不写为全部 */
                scope?: "grid" | "community" | "street";
                /** @description 上一页的 nextCursor */
                cursor?: components["parameters"]["Cursor"];
                /** @description 一页多少条 */
                size?: components["parameters"]["Size"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DigestPage"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    getDigest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 汇总编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 这份汇总。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Digest"];
                };
            };
            /** @description `DIGEST_NOT_FOUND` 没有这份汇总，或者不是您负责的地方。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listTodos: {
        parameters: {
            query?: {
                /** @description OPEN 待办 · DONE 已办 · WITHDRAWN 不用办了 */
                state?: "OPEN" | "DONE" | "WITHDRAWN";
                /** @description 上一页的 nextCursor */
                cursor?: components["parameters"]["Cursor"];
                /** @description 一页多少条 */
                size?: components["parameters"]["Size"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TodoPage"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    finishTodo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 待办编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TodoDone"];
            };
        };
        responses: {
            /** @description 办完的事。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Todo"];
                };
            };
            /** @description `TODO_NOT_FOUND` 没有这件待办，或已经办完。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_INPUT` 看 `errors`。 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listContentChecks: {
        parameters: {
            query?: {
                /** @description 不填为 HELD 和 HUMAN */
                state?: "PENDING" | "HELD" | "HUMAN" | "RELEASED" | "REFUSED";
                /** @description 上一页的 nextCursor */
                cursor?: components["parameters"]["Cursor"];
                /** @description 一页多少条 */
                size?: components["parameters"]["Size"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContentCheckPage"];
                };
            };
            /** @description `NOT_ALLOWED` 不是社区管理员或督办。 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    getContentCheck: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 内容和来由。 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContentCheck"];
                };
            };
            /** @description `CONTENT_NOT_FOUND` 没有这段内容，或不归您核对。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    decideContentCheck: {
        parameters: {
            query?: never;
            header?: {
                /** @description 最近一次看到的 etag，必填 */
                "If-Match"?: string;
            };
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "move": "RELEASE",
                 *       "note": "说的是邻里纠纷，可以公开"
                 *     }
                 */
                "application/json": components["schemas"]["ContentDecision"];
            };
        };
        responses: {
            /** @description 核对之后。 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContentCheck"];
                };
            };
            /** @description `CONTENT_NOT_FOUND` 没有这段内容，或不归您核对。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `MOVE_REFUSED` 已经有人核对过，或微信已经放行：刷新。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STALE` 刚刚有了变化：刷新后再操作。 */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_INPUT` 看 `errors`；不通过要写原因。 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IF_MATCH_REQUIRED` 没有带 `If-Match`。 */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listOutbox: {
        parameters: {
            query?: {
                /** @description 状态 */
                state?: "WAITING" | "SENT" | "SPREAD" | "WITHDRAWN" | "DEAD";
                /** @description 哪一种消息 */
                occasion?: string;
                /** @description 上一页的 nextCursor */
                cursor?: components["parameters"]["Cursor"];
                /** @description 一页多少条 */
                size?: components["parameters"]["Size"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboxPage"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    getOutboxMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 消息。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboxMessage"];
                };
            };
            /** @description `MESSAGE_NOT_FOUND` 没有这条消息。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    moveOutboxMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OutboxMove"];
            };
        };
        responses: {
            /** @description 处理之后的消息。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboxMessage"];
                };
            };
            /** @description `MESSAGE_NOT_FOUND` 没有这条消息。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `MOVE_REFUSED` 现在的状态不能这样处理：刷新。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_INPUT` 看 `errors`。 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    moveOutboxMessages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OutboxMoves"];
            };
        };
        responses: {
            /** @description 重新发送了几条。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboxMoved"];
                };
            };
            /** @description `INVALID_INPUT` 看 `errors`。 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    getMessagingOverview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 总览。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagingOverview"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    releaseTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 模板编号 */
                templateId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 已启用。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `TEMPLATE_NOT_STOPPED` 这个模板没有被停用。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listWechatPushes: {
        parameters: {
            query?: {
                /** @description WAITING 待处理 · DONE 已处理 · UNHEARD 没有对应处理的事件 · PARKED 搁置 */
                state?: "WAITING" | "DONE" | "UNHEARD" | "PARKED";
                /** @description 上一页的 nextCursor */
                cursor?: components["parameters"]["Cursor"];
                /** @description 一页多少条 */
                size?: components["parameters"]["Size"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WechatPushPage"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    takeUpWechatPush: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 马上重新处理。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `PUSH_NOT_FOUND` 没有这条搁置的推送。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listMessageTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 全部模板，只有一页。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageTemplates"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listPlaces: {
        parameters: {
            query?: {
                /** @description 上一级的编号 */
                parent?: string;
                /** @description 上一页的 nextCursor */
                cursor?: components["parameters"]["Cursor"];
                /** @description 一页多少条 */
                size?: components["parameters"]["Size"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlacePage"];
                };
            };
            /** @description `PLACE_UNKNOWN` 没有这个地点。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listUnits: {
        parameters: {
            query?: {
                /** @description 上一页的 nextCursor */
                cursor?: components["parameters"]["Cursor"];
                /** @description 一页多少条 */
                size?: components["parameters"]["Size"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitPage"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listCategories: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 各大类与子项。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CategoryList"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    suggestCategory: {
        parameters: {
            query: {
                /**
                 * @description 居民写的话
                 * @example 楼道灯坏了
                 */
                text: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 建议。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "category": "FACILITY.STREET_LIGHT",
                     *       "name": "路灯损坏",
                     *       "guide": "请说明路灯的位置、什么时候开始不亮。",
                     *       "urgency": "NORMAL",
                     *       "keywords": [
                     *         "路灯",
                     *         "不亮"
                     *       ],
                     *       "confidence": 0.9
                     *     }
                     */
                    "application/json": components["schemas"]["CategorySuggested"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    importStreets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommunityDocument"];
            };
        };
        responses: {
            /** @description 已导入。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommunityImported"];
                };
            };
            /** @description `ADMIN_ONLY` 只有负责这些街道的管理员可以导入。 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PLACE_IN_USE` 文件里少了仍在使用的地点或单位：补上后再导入。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_INPUT` 看 `errors`，指明是第几条。 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    putSubItem: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 子项代码 */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "路灯损坏",
                 *       "guide": "请说明路灯的位置和编号",
                 *       "urgency": "NORMAL",
                 *       "handling": "IMMEDIATE",
                 *       "active": true
                 *     }
                 */
                "application/json": components["schemas"]["SubItem"];
            };
        };
        responses: {
            /** @description 子项。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoredCategory"];
                };
            };
            /** @description `CATEGORY_UNKNOWN` 没有这个大类，或代码不是子项。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `TOO_MANY_SUB_ITEMS` 这个大类的子项已满。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INVALID_INPUT` 看 `errors`。 */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listHouseholds: {
        parameters: {
            query?: {
                /** @description 街道、社区、网格或楼栋的编号 */
                place?: string;
                /** @description 类别，可多选 */
                class?: components["schemas"]["HouseholdClass"][];
                /** @description 居住状态，可多选 */
                status?: components["schemas"]["Occupancy"][];
                /** @description 标签代码 */
                tag?: string;
                /** @description 需求代码 */
                need?: string;
                /** @description TOUCH 到今天该联系的 · REVISE 到今天该全面核对的 */
                due?: "TOUCH" | "REVISE";
                /** @description 上一页的 nextCursor */
                cursor?: components["parameters"]["LongCursor"];
                /** @description 一页多少条 */
                size?: components["parameters"]["Size"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdPage"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    beginHousehold: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新的提交用一个新的随机值（如 UUID），重试时不变。1 到 128 个可见的英文字符 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "buildingId": "qinghe-c1-g1-b1",
                 *       "room": "3单元502",
                 *       "why": "走访登记",
                 *       "changes": [
                 *         {
                 *           "kind": "MEMBER",
                 *           "name": "张某某",
                 *           "birth": "1950-03-07",
                 *           "relation": "HEAD",
                 *           "phone": "13900000088"
                 *         },
                 *         {
                 *           "kind": "TAG",
                 *           "code": "DISABLED",
                 *           "words": "看过残疾证"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["HouseholdBegun"];
            };
        };
        responses: {
            /** @description 已建立。 */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdReceipt"];
                };
            };
            /** @description `HOUSEHOLD_EXISTS` 这一户已经有档案了：用列表查找；`STILL_UNDER_WAY` 同样的请求还在办。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    countHouseholds: {
        parameters: {
            query?: {
                /** @description 街道、社区、网格或楼栋的编号 */
                place?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 每个网格一行。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdCounts"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    getHouseholdWords: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 全部词。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdWords"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    searchHouseholds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "phone": "13900000088",
                 *       "purpose": "CONTACT"
                 *     }
                 */
                "application/json": components["schemas"]["HouseholdSearch"];
            };
        };
        responses: {
            /** @description 最多 20 户，没有下一页。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdPage"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    importHouseholds: {
        parameters: {
            query?: {
                /** @description 楼栋编号，必填 */
                building?: string;
            };
            header?: {
                /** @description 每次新的提交用一个新的随机值（如 UUID），重试时不变。1 到 128 个可见的英文字符 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "homes": [
                 *         {
                 *           "room": "101",
                 *           "status": "OCCUPIED",
                 *           "members": [
                 *             {
                 *               "name": "李某某",
                 *               "birth": "1988",
                 *               "relation": "HEAD",
                 *               "phone": "13900000077"
                 *             }
                 *           ],
                 *           "tags": []
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["HouseholdImport"];
                "text/csv": components["schemas"]["HouseholdCsv"];
            };
        };
        responses: {
            /** @description 已导入。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdsImported"];
                };
            };
            /** @description `HOUSEHOLD_CHANGED` 这栋楼的档案刚刚有了变化，请再试一次；`STILL_UNDER_WAY` 同样的请求还在办。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    getHousehold: {
        parameters: {
            query?: {
                /** @description 查看的目的，必填；住户看得到 */
                purpose?: components["schemas"]["Purpose"];
                /** @description 哪一天的档案，例如 2026-09-30；不写为今天 */
                asOf?: string;
                /** @description 按那一刻已知道的 */
                knownAt?: string;
            };
            header?: never;
            path: {
                /** @description 档案编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 档案。看今天的才有 ETag。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Household"];
                };
            };
            /** @description `HOUSEHOLD_NOT_FOUND` 没有这一户的档案，或不归您管。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    changeHousehold: {
        parameters: {
            query?: never;
            header?: {
                /** @description 档案的 etag，必填 */
                "If-Match"?: string;
                /** @description 每次新的提交用一个新的随机值（如 UUID），重试时不变。1 到 128 个可见的英文字符 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 档案编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": "2026-09-01",
                 *       "why": "走访时得知",
                 *       "changes": [
                 *         {
                 *           "kind": "STATUS",
                 *           "status": "AWAY"
                 *         },
                 *         {
                 *           "kind": "WISH",
                 *           "code": "MEALS",
                 *           "words": "想在社区吃午饭"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["HouseholdChanges"];
            };
        };
        responses: {
            /** @description 改好了。 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdReceipt"];
                };
            };
            /** @description `OWN_HOME` 自己家的档案请由其他网格员修改。 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `HOUSEHOLD_NOT_FOUND` 没有这一户的档案，或不归您管。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STALE` 刚刚有了变化：刷新后再操作。 */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IF_MATCH_REQUIRED` 没有带 `If-Match`。 */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    getHouseholdHistory: {
        parameters: {
            query?: {
                /** @description 查看的目的，必填；住户看得到 */
                purpose?: components["schemas"]["Purpose"];
                /** @description 上一页的 nextCursor */
                cursor?: number;
                /** @description 一页多少条 */
                size?: components["parameters"]["Size"];
            };
            header?: never;
            path: {
                /** @description 档案编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdHistory"];
                };
            };
            /** @description `HOUSEHOLD_NOT_FOUND` 没有这一户的档案，或不归您管。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    getMyHousehold: {
        parameters: {
            query?: {
                /** @description 哪一天的档案 */
                asOf?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 档案。看今天的才有 ETag。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Household"];
                };
            };
            /** @description `HOME_NOT_CONFIRMED` 住址还没有由网格员确认；`HOUSEHOLD_CHANGED` 档案刚刚有了变化，请再试一次；`STILL_UNDER_WAY` 同样的请求还在办。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    changeMyHousehold: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新的提交用一个新的随机值（如 UUID），重试时不变。1 到 128 个可见的英文字符 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changes": [
                 *         {
                 *           "kind": "CONTACT",
                 *           "phone": "13900000088",
                 *           "bestTime": "工作日晚上"
                 *         },
                 *         {
                 *           "kind": "WISH",
                 *           "code": "AFTER_SCHOOL"
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["HouseholdChanges"];
            };
        };
        responses: {
            /** @description 改好了。 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdReceipt"];
                };
            };
            /** @description `HOME_NOT_CONFIRMED` 住址还没有由网格员确认；`HOUSEHOLD_CHANGED` 档案刚刚有了变化，请再试一次；`STILL_UNDER_WAY` 同样的请求还在办。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listMyProposals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 每条的结果。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyProposals"];
                };
            };
            /** @description `HOME_NOT_CONFIRMED` 住址还没有由网格员确认；`HOUSEHOLD_CHANGED` 档案刚刚有了变化，请再试一次；`STILL_UNDER_WAY` 同样的请求还在办。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listLooks: {
        parameters: {
            query?: {
                /** @description 上一页的 nextCursor */
                cursor?: number;
                /** @description 一页多少条 */
                size?: components["parameters"]["Size"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookPage"];
                };
            };
            /** @description `HOME_NOT_CONFIRMED` 住址还没有由网格员确认；`HOUSEHOLD_CHANGED` 档案刚刚有了变化，请再试一次；`STILL_UNDER_WAY` 同样的请求还在办。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listProposals: {
        parameters: {
            query?: {
                /** @description 上一页的 nextCursor */
                cursor?: number;
                /** @description 一页多少条 */
                size?: components["parameters"]["Size"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProposalPage"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    acceptProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 更正编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 已生效。 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdReceipt"];
                };
            };
            /** @description `OWN_HOME` 自己家的档案请由其他网格员处理。 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PROPOSAL_NOT_FOUND` 没有这条更正，或不归您管。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PROPOSAL_DECIDED` 已经处理过了：刷新。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STALE` 档案刚刚有了变化，请再试一次。 */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    refuseProposal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 更正编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "answer": "请带户口本到社区核对"
                 *     }
                 */
                "application/json": components["schemas"]["ProposalRefused"];
            };
        };
        responses: {
            /** @description 已处理。 */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `OWN_HOME` 自己家的档案请由其他网格员处理。 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PROPOSAL_NOT_FOUND` 没有这条更正，或不归您管。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PROPOSAL_DECIDED` 已经处理过了：刷新。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    drawHouseholdSample: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "placeId": "qinghe-c1",
                 *       "seed": "2026-11-22 收盘指数",
                 *       "size": 20
                 *     }
                 */
                "application/json": components["schemas"]["SampleDraw"];
            };
        };
        responses: {
            /** @description 样本。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdSample"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    getHouseholdSample: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 抽查编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 抽查。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdSample"];
                };
            };
            /** @description `SAMPLE_NOT_FOUND` 没有这次抽查，或不归您管。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    checkHouseholdSample: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 抽查编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "householdId": "abcdefgh23456789",
                 *       "wrong": [
                 *         "member.phone"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["SampleChecked"];
            };
        };
        responses: {
            /** @description 抽查。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HouseholdSample"];
                };
            };
            /** @description `SAMPLE_NOT_FOUND` 没有这次抽查，或不归您管。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listVisitDues: {
        parameters: {
            query?: {
                /** @description 街道、社区或网格的编号 */
                place?: string;
                /** @description DUE 快到期 · OVERDUE 已超期 · REFUSED 到期而谢绝走访；不写为全部 */
                state?: "DUE" | "OVERDUE" | "REFUSED";
                /** @description 类别，可多选 */
                class?: components["schemas"]["HouseholdClass"][];
                /** @description 上一页的 nextCursor */
                cursor?: components["parameters"]["LongCursor"];
                /** @description 一页多少条 */
                size?: components["parameters"]["Size"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitDuePage"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listVisitDebts: {
        parameters: {
            query?: {
                /** @description 街道、社区或网格的编号 */
                place?: string;
                /** @description 按网格或社区 */
                by?: "grid" | "community";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 最多 500 个地方，没有下一页。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitDebtPage"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listVisitPolicies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 全部。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitPolicyPage"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    putVisitPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description 现在的版本，例如 "1"；新代码为 "0"，必填 */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "STANDARD",
                 *       "name": "季度、月、周",
                 *       "about": "普通家庭每季度、重点家庭每月、特殊家庭每周走访一次",
                 *       "leaveOut": [
                 *         "EMPTY",
                 *         "AWAY"
                 *       ],
                 *       "rules": {
                 *         "ORDINARY": {
                 *           "every": "P3M",
                 *           "notice": 14,
                 *           "ways": [
                 *             "IN_PERSON",
                 *             "ONLINE"
                 *           ]
                 *         },
                 *         "KEY": {
                 *           "every": "P1M",
                 *           "notice": 7,
                 *           "ways": [
                 *             "IN_PERSON"
                 *           ]
                 *         },
                 *         "SPECIAL": {
                 *           "every": "P7D",
                 *           "notice": 2,
                 *           "ways": [
                 *             "IN_PERSON"
                 *           ]
                 *         }
                 *       },
                 *       "note": "领导小组会议决定"
                 *     }
                 */
                "application/json": components["schemas"]["VisitPolicyWritten"];
            };
        };
        responses: {
            /** @description 已生效。 */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitPolicy"];
                };
            };
            /** @description `ADMIN_ONLY` 只有街道管理员可以修改。 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STALE` 刚刚有人修改过：刷新后再改。 */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IF_MATCH_REQUIRED` 没有带 `If-Match`。 */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    chooseVisitPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description 这个地方现在的选择的版本，例如 "1"；还没有选过为 "0"，必填 */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "placeId": "qinghe-c1",
                 *       "policy": "HALF_YEARLY",
                 *       "note": "试行半年"
                 *     }
                 */
                "application/json": components["schemas"]["VisitPolicyChoice"];
            };
        };
        responses: {
            /** @description 已生效。 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitPolicyChosen"];
                };
            };
            /** @description `STALE` 刚刚有人修改过：刷新后再改。 */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IF_MATCH_REQUIRED` 没有带 `If-Match`。 */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listCares: {
        parameters: {
            query?: {
                scope?: "desk" | "mine";
                /** @description 街道、社区或网格的编号 */
                place?: string;
                /** @description OPEN 全部在服务的 · UNASSIGNED 没有专员 · UNPLANNED 有专员没计划 · OVERDUE 该制定或回顾而没有做 · ENDED 已结束 */
                state?: "OPEN" | "UNASSIGNED" | "UNPLANNED" | "OVERDUE" | "ENDED";
                /** @description 上一页的 nextCursor */
                cursor?: components["parameters"]["LongCursor"];
                /** @description 一页多少条 */
                size?: components["parameters"]["Size"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CarePage"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    countCares: {
        parameters: {
            query?: {
                /** @description 街道、社区或网格的编号 */
                place?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 每个社区一行。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CareCounts"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    getMyCare: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 我家的。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "specialist": "苏青",
                     *       "since": "2026-11-02T10:00:00+08:00",
                     *       "plain": "每周三上午来看看您，帮您把药分好；每月请社区医生来一次。",
                     *       "plannedAt": "2026-11-03T15:00:00+08:00",
                     *       "reviewedAt": null
                     *     }
                     */
                    "application/json": components["schemas"]["MyCare"];
                };
            };
            /** @description `CARE_NOT_FOUND` 您家没有专员服务。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    getCare: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 档案编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 这一户的。 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Care"];
                };
            };
            /** @description `CARE_NOT_FOUND` 没有这一户的专员服务，或不归您管。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    stepCare: {
        parameters: {
            query?: never;
            header?: {
                /** @description 这一户专员服务的 etag，必填 */
                "If-Match"?: string;
                /** @description 每次新的提交用一个新的随机值（如 UUID），重试时不变。1 到 128 个可见的英文字符 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 档案编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "step": "PLAN",
                 *       "plan": {
                 *         "plain": "每周三上午来看看您，帮您把药分好。",
                 *         "goals": [
                 *           {
                 *             "goal": "按时吃药",
                 *             "measures": [
                 *               {
                 *                 "what": "每周分一次药盒",
                 *                 "who": "网格员",
                 *                 "by": "2026-12-31",
                 *                 "doneOn": null
                 *               }
                 *             ]
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": components["schemas"]["CareStep"];
            };
        };
        responses: {
            /** @description 办好了。 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CareReceipt"];
                };
            };
            /** @description `CARE_NOT_FOUND` 没有这一户的专员服务，或不归您管。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STEP_REFUSED` 现在不能这样做，看 detail；`CARE_ENDED` 这一户已经不是特殊家庭；`STILL_UNDER_WAY` 同样的请求还在办。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STALE` 刚刚有了变化：刷新后再操作。 */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IF_MATCH_REQUIRED` 没有带 `If-Match`。 */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listVisitCampaigns: {
        parameters: {
            query?: {
                /** @description 阶段，可多选 */
                stage?: components["schemas"]["CampaignStage"][];
                /** @description 上一页的 nextCursor */
                cursor?: components["parameters"]["Cursor"];
                /** @description 一页多少条 */
                size?: components["parameters"]["Size"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignPage"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    beginVisitCampaign: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新的提交用一个新的随机值（如 UUID），重试时不变。1 到 128 个可见的英文字符 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "placeId": "qinghe",
                 *       "name": "家庭大走访",
                 *       "startsOn": "2027-03-01",
                 *       "pilots": [
                 *         "qinghe-c1",
                 *         "qinghe-c2"
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["CampaignBegun"];
            };
        };
        responses: {
            /** @description 开始了。 */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description `CAMPAIGN_OVERLAPS` 这个地方在这段时间已经有一次；`STILL_UNDER_WAY` 同样的请求还在办。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    getVisitCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 活动编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 这次活动。 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description `CAMPAIGN_NOT_FOUND` 没有这次活动，或不归您管。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    moveVisitCampaign: {
        parameters: {
            query?: never;
            header?: {
                /** @description 活动的 etag，必填 */
                "If-Match"?: string;
            };
            path: {
                /** @description 活动编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "move": "SPREAD",
                 *       "note": "试点走完了"
                 *     }
                 */
                "application/json": components["schemas"]["CampaignMoveAsked"];
            };
        };
        responses: {
            /** @description 办好了。 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description `CAMPAIGN_NOT_FOUND` 没有这次活动，或不归您管。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CAMPAIGN_MOVE_REFUSED` 现在这个阶段不能这样做；`CAMPAIGN_OVERLAPS` 这段时间已经有另一次。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STALE` 刚刚有了变化：刷新后再操作。 */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IF_MATCH_REQUIRED` 没有带 `If-Match`。 */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    getVisitCampaignProgress: {
        parameters: {
            query?: {
                /** @description 按网格或社区 */
                by?: "grid" | "community";
            };
            header?: never;
            path: {
                /** @description 活动编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 全部，没有下一页。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignProgressPage"];
                };
            };
            /** @description `CAMPAIGN_NOT_FOUND` 没有这次活动，或不归您管。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listVisitCampaignHomes: {
        parameters: {
            query?: {
                /** @description 街道、社区或网格的编号 */
                place?: string;
                /** @description false 还没走访的 · true 走访过的 */
                done?: boolean;
                /** @description 上一页的 nextCursor */
                cursor?: components["parameters"]["LongCursor"];
                /** @description 一页多少条 */
                size?: components["parameters"]["Size"];
            };
            header?: never;
            path: {
                /** @description 活动编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignHomePage"];
                };
            };
            /** @description `CAMPAIGN_NOT_FOUND` 没有这次活动，或不归您管。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listVisitQualifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 全部。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QualificationPage"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    getVisitTeam: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 社区编号 */
                communityId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 队伍；还没有时 `version` 为 0。`missing` 说还缺什么。 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitTeam"];
                };
            };
            /** @description `TEAM_NOT_FOUND` 没有这个社区，或不归您管。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    putVisitTeam: {
        parameters: {
            query?: never;
            header?: {
                /** @description 队伍的 etag，还没有时为 "0"，必填 */
                "If-Match"?: string;
            };
            path: {
                /** @description 社区编号 */
                communityId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "members": [
                 *         {
                 *           "accountId": "1001",
                 *           "part": "SECRETARY"
                 *         },
                 *         {
                 *           "accountId": "1002",
                 *           "part": "GRID_WORKER",
                 *           "grids": [
                 *             "qinghe-c1-g1"
                 *           ]
                 *         },
                 *         {
                 *           "accountId": "1003",
                 *           "part": "HELPER",
                 *           "qualifications": [
                 *             "DOCTOR"
                 *           ]
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": components["schemas"]["VisitTeamAsked"];
            };
        };
        responses: {
            /** @description 安排好了。 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitTeam"];
                };
            };
            /** @description `TEAM_NOT_FOUND` 没有这个社区，或不归您管。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STALE` 刚刚有了变化：刷新后再操作。 */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IF_MATCH_REQUIRED` 没有带 `If-Match`。 */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    getVisitCompanions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 档案编号 */
                householdId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 谁去，为了什么，还有哪些需求队里没人能办。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitCompany"];
                };
            };
            /** @description `HOUSEHOLD_NOT_FOUND` 没有这一户的档案，或不归您管。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    getVisitRoute: {
        parameters: {
            query?: {
                /** @description 哪一天，不写为今天，最远 31 天后 */
                date?: string;
                /** @description 最多走几户 */
                visits?: number;
                /** @description 从早上开始一共多少分钟 */
                minutes?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一天。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitRoute"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listSpotDraws: {
        parameters: {
            query: {
                /** @description 街道的编号 */
                street: string;
                /** @description 上一页的 nextCursor */
                cursor?: components["parameters"]["Cursor"];
                /** @description 一页多少条 */
                size?: components["parameters"]["Size"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpotDrawPage"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    getSpotDraw: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 街道的编号 */
                street: string;
                /** @description 月份，如 2026-11 */
                month: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 这次抽查。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpotDraw"];
                };
            };
            /** @description `DRAW_NOT_FOUND` 没有这次抽查。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    getSpotDrawList: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 街道的编号 */
                street: string;
                /** @description 月份，如 2026-11 */
                month: string;
                /** @description 社区的编号 */
                community: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 全部走访编号和抽中的编号。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpotDrawList"];
                };
            };
            /** @description `DRAW_NOT_FOUND` 没有这次抽查，还没有抽，或者这个社区当月没有走访。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listSpotChecks: {
        parameters: {
            query?: {
                /** @description 街道、社区或网格的编号 */
                place?: string;
                /** @description 月份，如 2026-11 */
                month?: string;
                /** @description 状态；不写为全部 */
                state?: components["schemas"]["SpotCheckState"];
                /** @description 只列安排给自己的 */
                mine?: boolean;
                /** @description 上一页的 nextCursor */
                cursor?: components["parameters"]["LongCursor"];
                /** @description 一页多少条 */
                size?: components["parameters"]["Size"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpotCheckPage"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    getSpotCheck: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 走访编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 这次抽查。 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpotCheck"];
                };
            };
            /** @description `CHECK_NOT_FOUND` 没有找到这次抽查，或不归您管。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    moveSpotCheck: {
        parameters: {
            query?: never;
            header?: {
                /** @description 这次抽查的 etag，必填 */
                "If-Match"?: string;
                /** @description 每次新的提交用一个新的随机值（如 UUID），重试时不变。1 到 128 个可见的英文字符 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 走访编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "move": "REPORT",
                 *       "askedBy": "PHONE",
                 *       "recorded": "OK",
                 *       "followed": "NONE",
                 *       "entered": "WRONG",
                 *       "note": "住户说家里现在是三口人，档案里还是两口"
                 *     }
                 */
                "application/json": components["schemas"]["SpotCheckMove"];
            };
        };
        responses: {
            /** @description 办好了。 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpotCheckReceipt"];
                };
            };
            /** @description `NOT_ALLOWED` 由安排的核查人填写；走访的人不能核查自己的走访。 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CHECK_NOT_FOUND` 没有找到这次抽查，或不归您管。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CHECK_MOVE_REFUSED` 这次抽查现在不能这样做；`STILL_UNDER_WAY` 同样的请求还在办。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STALE` 刚刚有了变化：刷新后再操作。 */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IF_MATCH_REQUIRED` 没有带 `If-Match`。 */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listRectifications: {
        parameters: {
            query?: {
                /** @description 街道或社区的编号 */
                place?: string;
                /** @description 状态；不写为全部 */
                state?: components["schemas"]["RectificationState"];
                /** @description 只列等着回头看的 */
                lookBack?: boolean;
                /** @description 上一页的 nextCursor */
                cursor?: components["parameters"]["Cursor"];
                /** @description 一页多少条 */
                size?: components["parameters"]["Size"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 一页。列表里 `moves` 和 `history` 是空的。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RectificationPage"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    issueRectification: {
        parameters: {
            query?: never;
            header?: {
                /** @description 每次新的提交用一个新的随机值（如 UUID），重试时不变。1 到 128 个可见的英文字符 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "visitId": "3b1f0c52-8d2e-4c0e-9a57-0d9f7a2b6c11",
                 *       "what": "请重新走访这一户，更正家庭成员",
                 *       "days": 7
                 *     }
                 */
                "application/json": components["schemas"]["RectificationIssue"];
            };
        };
        responses: {
            /** @description 下发了。 */
            201: {
                headers: {
                    Location: components["headers"]["Location"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RectificationReceipt"];
                };
            };
            /** @description `CHECK_NOT_FOUND` 没有找到这次抽查，或不归您管。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOTHING_FOUND` 这次抽查没有发现问题，或还没有核查完；`ALREADY_ISSUED` 已经下发过；`STILL_UNDER_WAY` 同样的请求还在办。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    getRectification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 通知书编号，例如 ZG2611000042 */
                no: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 这份通知书。 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rectification"];
                };
            };
            /** @description `RECTIFICATION_NOT_FOUND` 没有找到这份整改通知书，或不归您管。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    moveRectification: {
        parameters: {
            query?: never;
            header?: {
                /** @description 这份通知书的 etag，必填 */
                "If-Match"?: string;
                /** @description 每次新的提交用一个新的随机值（如 UUID），重试时不变。1 到 128 个可见的英文字符 */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
            };
            path: {
                /** @description 通知书编号 */
                no: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "move": "ANSWER",
                 *       "note": "已经重新走访，家庭成员更正了"
                 *     }
                 */
                "application/json": components["schemas"]["RectificationMove"];
            };
        };
        responses: {
            /** @description 办好了。 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RectificationReceipt"];
                };
            };
            /** @description `NOT_ALLOWED` 由社区管理员答复，由督办人员办理其他的。 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RECTIFICATION_NOT_FOUND` 没有找到这份整改通知书，或不归您管。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RECTIFICATION_MOVE_REFUSED` 现在不能这样做，看 detail；`STILL_UNDER_WAY` 同样的请求还在办。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STALE` 刚刚有了变化：刷新后再操作。 */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IF_MATCH_REQUIRED` 没有带 `If-Match`。 */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listLookBacks: {
        parameters: {
            query?: {
                /** @description 街道的编号 */
                place?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 各季度的回头看。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LookBackPage"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    getVisitFigures: {
        parameters: {
            query: {
                /** @description 街道、社区或网格的编号 */
                place: string;
                /** @description 从哪天 */
                from: string;
                /** @description 到哪天 */
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 数字。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VisitFigures"];
                };
            };
            /** @description `OUT_OF_REACH` 这个地方不归您管。 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    getOversightRules: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 规则。 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OversightRules"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    putOversightRules: {
        parameters: {
            query?: never;
            header?: {
                /** @description 最近一次看到的 ETag */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "share": 10,
                 *       "drawAfterDays": 2,
                 *       "checkWithin": 10,
                 *       "rectifyWithin": 7,
                 *       "rectifyAgain": 3,
                 *       "remindBefore": 2,
                 *       "streetAfter": 3,
                 *       "lookBackWithin": 15
                 *     }
                 */
                "application/json": components["schemas"]["OversightRulesAsked"];
            };
        };
        responses: {
            /** @description 修改后的规则。 */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OversightRules"];
                };
            };
            /** @description `ADMIN_ONLY` 只有街道管理员可以修改。 */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `STALE` 刚刚有了变化：刷新后再操作。 */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IF_MATCH_REQUIRED` 要带 If-Match。 */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    exportMyData: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 全部信息。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonalExport"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listErasures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 最近 20 次。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasurePage"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    askErasure: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 申请。 */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            /** @description `ERASURE_STAFF` 现在有工作岗位：请先由管理员解除岗位。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    withdrawErasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 申请编号 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 已撤回。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            /** @description `ERASURE_NOT_FOUND` 没有这次申请。 */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ERASURE_ENDED` 已经撤回或办完了。 */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
    listKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description 全部密钥。 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyPage"];
                };
            };
            default: components["responses"]["Common"];
        };
    };
}
