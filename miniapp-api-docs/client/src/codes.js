// Made from ../openapi.yaml by "npm run generate". Do not change it by hand.
/** @satisfies {Record<string, import('./types.js').Advice>} */
export const codes = {
  /** 显示 detail，回到搜索，请管理员核对编号 */
  ACCOUNT_NOT_FOUND: 'GO_BACK',
  /** 显示 detail，返回；不是街道管理员就不要显示这个入口 */
  ADMIN_ONLY: 'GO_BACK',
  /** 显示 detail，到“我的预约”查看已有的预约 */
  ALREADY_BOOKED: 'REFRESH',
  /** 显示 detail，刷新后查看已经发出的通知书 */
  ALREADY_ISSUED: 'REFRESH',
  /** 刷新；计时已经停着，改为显示“恢复计时”按钮 */
  ALREADY_PAUSED: 'REFRESH',
  /** 显示 detail，刷新后不再显示评价按钮 */
  ALREADY_RATED: 'REFRESH',
  /** 显示 detail，请选另一个单位；原来的单位不要列在可选项里 */
  ALREADY_THERE: 'REFRESH',
  /** 显示 detail，回到预约列表并刷新 */
  APPOINTMENT_NOT_FOUND: 'GO_BACK',
  /** 程序写错了：地址或请求头里有不能用的字符 */
  BAD_ADDRESS: 'FIX_PROGRAM',
  /** 程序写错了：没有带内容 */
  BODY_MISSING: 'FIX_PROGRAM',
  /** 显示 detail 和社区电话，不再显示预约按钮 */
  BY_PHONE_ONLY: 'REFRESH',
  /** 显示 detail，回到当前年份 */
  CALENDAR_YEAR_UNKNOWN: 'GO_BACK',
  /** 刷新活动，按回答里的 moves 显示按钮 */
  CAMPAIGN_MOVE_REFUSED: 'REFRESH',
  /** 显示 detail，回到活动列表并刷新 */
  CAMPAIGN_NOT_FOUND: 'GO_BACK',
  /** 显示 detail，保留填好的内容，请改地方或日期 */
  CAMPAIGN_OVERLAPS: 'FIELDS',
  /** 显示 detail，回到需求卡列表并刷新 */
  CARD_NOT_FOUND: 'GO_BACK',
  /** 刷新这一户，不再显示专员服务的按钮 */
  CARE_ENDED: 'REFRESH',
  /** 显示 detail，回到专员服务列表并刷新 */
  CARE_NOT_FOUND: 'GO_BACK',
  /** 显示 detail，重新取 listCategories，请管理员从已有大类里选 */
  CATEGORY_UNKNOWN: 'GO_BACK',
  /** 刷新这次核查，按 moves 显示按钮 */
  CHECK_MOVE_REFUSED: 'REFRESH',
  /** 显示 detail，回到抽查列表并刷新 */
  CHECK_NOT_FOUND: 'GO_BACK',
  /** 显示 detail，回到内容核对列表并刷新 */
  CONTENT_NOT_FOUND: 'GO_BACK',
  /** 显示 detail，回到工作情况列表 */
  DIGEST_NOT_FOUND: 'GO_BACK',
  /** 显示 detail；还没到抽的日子，就显示 drawsAt */
  DRAW_NOT_FOUND: 'GO_BACK',
  /** 刷新申请，不再显示“撤回”按钮 */
  ERASURE_ENDED: 'REFRESH',
  /** 显示 detail，回到“注销账号”页并刷新 */
  ERASURE_NOT_FOUND: 'GO_BACK',
  /** 显示 detail，请本人先找管理员解除岗位；不要显示成已经提交 */
  ERASURE_STAFF: 'SHOW',
  /** 刷新待确认列表，这一条会消失 */
  HOME_DECIDED: 'REFRESH',
  /** 显示 detail，到“我的住址”查看确认的进度 */
  HOME_NOT_CONFIRMED: 'REFRESH',
  /** 显示 detail，刷新待确认列表 */
  HOME_NOT_FOUND: 'GO_BACK',
  /** 显示 detail，到“我的住址”选好楼栋 */
  HOME_UNKNOWN: 'REFRESH',
  /** 刷新档案，保留填好的内容，请用户看过再提交 */
  HOUSEHOLD_CHANGED: 'REFRESH',
  /** 显示 detail，到列表里查找这一户 */
  HOUSEHOLD_EXISTS: 'REFRESH',
  /** 显示 detail，回到住户列表并刷新 */
  HOUSEHOLD_NOT_FOUND: 'GO_BACK',
  /** 程序写错了：换了内容要换一个新的键 */
  IDEMPOTENCY_KEY_REUSED: 'FIX_PROGRAM',
  /** 程序写错了：先读取，再带上 If-Match */
  IF_MATCH_REQUIRED: 'FIX_PROGRAM',
  /** 把 errors 里的每一条显示在对应的输入框旁；没有就显示 detail */
  INVALID_INPUT: 'FIELDS',
  /** 重新调用 wx.login（或请居民再点一次按钮）得到新的 code，再试一次 */
  LOGIN_CODE_INVALID: 'LOG_IN',
  /** 显示 detail，停在登录页；不要自动重试 */
  LOGIN_REFUSED: 'SHOW',
  /** 重新调用 wx.login 登录，然后重试一次 */
  LOGIN_REQUIRED: 'LOG_IN',
  /** 程序写错了：内容不是正确的 JSON */
  MALFORMED_JSON: 'FIX_PROGRAM',
  /** 显示 detail，请居民重新选择文件 */
  MEDIA_BROKEN: 'FIELDS',
  /** 显示 detail，请居民换成列表里的格式 */
  MEDIA_KIND_REFUSED: 'FIELDS',
  /** 显示 detail，按 Retry-After 用同一个 Idempotency-Key 重试 */
  MEDIA_STORE_AWAY: 'TRY_AGAIN',
  /** 显示 detail，可以先只提交文字 */
  MEDIA_STORE_FULL: 'TRY_AGAIN',
  /** 压缩后再传；还不行就显示 detail */
  MEDIA_TOO_LARGE: 'FIELDS',
  /** 显示 detail，先提交诉求再上传 */
  MEDIA_TOO_MANY: 'WAIT',
  /** 缩小后再传；还不行就显示 detail */
  MEDIA_TOO_MANY_PIXELS: 'FIELDS',
  /** 重新取得诉求，链接会换新；还是没有就显示“照片已不可查看” */
  MEDIA_UNKNOWN: 'REFRESH',
  /** 显示 detail，回到消息队列并刷新 */
  MESSAGE_NOT_FOUND: 'GO_BACK',
  /** 程序写错了：这个地址不支持这种方法 */
  METHOD_NOT_ALLOWED: 'FIX_PROGRAM',
  /** 刷新，按 moves 显示按钮 */
  MOVE_NOT_YOURS: 'REFRESH',
  /** 显示 detail，刷新，按最新的状态显示按钮（有 moves 的照 moves） */
  MOVE_REFUSED: 'REFRESH',
  /** 重新上传同一个文件；两次不行就显示 detail */
  MULTIPART_BROKEN: 'TRY_AGAIN',
  /** 显示 detail，不再显示“询问意愿”；居民自己提出的，带 byItself 再记 */
  NOBODY_ASKS: 'SHOW',
  /** 刷新核查结果；没有发现问题的不显示“下发整改” */
  NOTHING_FOUND: 'REFRESH',
  /** 显示 detail，不再显示“延期”按钮 */
  NOTHING_TO_EXTEND: 'REFRESH',
  /** 显示 detail，不再显示“暂停”按钮 */
  NOTHING_TO_PAUSE: 'REFRESH',
  /** 程序写错了：Accept 里没有能给的格式 */
  NOT_ACCEPTABLE: 'FIX_PROGRAM',
  /** 显示 detail，返回；按 account.roles 不要显示这个入口 */
  NOT_ALLOWED: 'GO_BACK',
  /** 显示 detail；到前一天再显示“住户卡片”按钮 */
  NOT_EXPECTED: 'SHOW',
  /** 刷新；计时已经在走，不再显示“恢复计时”按钮 */
  NOT_PAUSED: 'REFRESH',
  /** 按 Retry-After 稍后再试；服务正在启动 */
  NOT_READY: 'TRY_AGAIN',
  /** 程序写错了：多半是请求头或地址不对，对照接口约定 */
  NOT_TAKEN: 'FIX_PROGRAM',
  /** 保留填好的记录，问过住户后填 consent 再提交；谢绝的把 outcome 改为 REFUSED */
  NO_CONSENT: 'FIELDS',
  /** 显示 detail，按 Retry-After 把催办按钮变灰 */
  NUDGE_TOO_OFTEN: 'WAIT',
  /** 显示 detail，请把名额改为 1，多开几个时段 */
  ONE_HOME_EACH: 'FIELDS',
  /** 显示 detail，返回；只列出自己管辖的地方和住户 */
  OUT_OF_REACH: 'GO_BACK',
  /** 显示 detail，返回；自己家的不显示确认和修改按钮 */
  OWN_HOME: 'GO_BACK',
  /** 显示 detail，请居民换一个时间 */
  PERSON_BUSY: 'REFRESH',
  /** 显示“没有留电话”，不显示拨打按钮 */
  PHONE_UNKNOWN: 'SHOW',
  /** 显示 detail，刷新已约人数，名额不能比它少 */
  PLACES_TAKEN: 'FIELDS',
  /** 显示 detail，请补全文件再导入；什么都没有改动 */
  PLACE_IN_USE: 'FIELDS',
  /** 显示 detail，重新取 listPlaces，请用户重选 */
  PLACE_UNKNOWN: 'GO_BACK',
  /** 刷新待确认的更正，这一条会消失 */
  PROPOSAL_DECIDED: 'REFRESH',
  /** 显示 detail，刷新待确认的更正 */
  PROPOSAL_NOT_FOUND: 'GO_BACK',
  /** 显示 detail，刷新搁置的推送 */
  PUSH_NOT_FOUND: 'GO_BACK',
  /** 程序写错了：文件没有这么长，去掉 Range 从头读取 */
  RANGE_REFUSED: 'FIX_PROGRAM',
  /** 程序写错了：改过内容的走访记录要换一个新编号再交 */
  RECORD_ID_REUSED: 'FIX_PROGRAM',
  /** 刷新通知书，按 moves 显示按钮 */
  RECTIFICATION_MOVE_REFUSED: 'REFRESH',
  /** 显示 detail，回到整改列表并刷新 */
  RECTIFICATION_NOT_FOUND: 'GO_BACK',
  /** 显示 detail，请居民重新提交一件 */
  REOPEN_WINDOW_CLOSED: 'REFRESH',
  /** 显示 detail，回到档案抽查列表 */
  SAMPLE_NOT_FOUND: 'GO_BACK',
  /** 刷新这一户的意愿，不再显示再次联系的按钮 */
  SECOND_TRY_MADE: 'REFRESH',
  /** 显示 detail，由社区书记再联系；不再显示“询问意愿” */
  SECOND_TRY_OPEN: 'SHOW',
  /** 显示 detail，按 Retry-After 用同一个 Idempotency-Key 重试 */
  SESSIONS_AWAY: 'TRY_AGAIN',
  /** 显示 detail，请居民换一个时间，或带 queue 再提交来排队 */
  SLOT_FULL: 'REFRESH',
  /** 显示 detail，刷新时段列表 */
  SLOT_GONE: 'REFRESH',
  /** 显示 detail，回到时段列表并刷新 */
  SLOT_NOT_FOUND: 'GO_BACK',
  /** 显示 detail，请居民换一个时间 */
  STAFF_BUSY: 'REFRESH',
  /** 显示 detail；居民端不要带 channel，只有工作人员能代为登记 */
  STAFF_CHANNEL: 'GO_BACK',
  /** 重新取来最新的一版，请用户看过再点；不要自动重试 */
  STALE: 'REFRESH',
  /** 显示 detail，刷新，按 steps 显示按钮 */
  STEP_REFUSED: 'REFRESH',
  /** 按 Retry-After 用同一个 Idempotency-Key 重试 */
  STILL_UNDER_WAY: 'TRY_AGAIN',
  /** 显示 detail，按 Retry-After 用同一个 Idempotency-Key 重试 */
  STORE_AWAY: 'TRY_AGAIN',
  /** 改为轮询，按 Retry-After 再连 */
  STREAMS_FULL: 'TRY_AGAIN',
  /** 显示 detail，返回；只列出自己管辖的社区 */
  TEAM_NOT_FOUND: 'GO_BACK',
  /** 显示 detail，先记“告知”（TELL），再记居民的意愿 */
  TELL_FIRST: 'FIELDS',
  /** 刷新消息总览，这个模板已经在用 */
  TEMPLATE_NOT_STOPPED: 'REFRESH',
  /** 显示 detail，回到诉求列表并刷新 */
  TICKET_NOT_FOUND: 'GO_BACK',
  /** 刷新待办，这一件会消失 */
  TODO_NOT_FOUND: 'GO_BACK',
  /** 显示 detail，到时间再让按钮可点 */
  TOO_EARLY: 'SHOW',
  /** 显示 detail，请用户减少内容 */
  TOO_LARGE: 'FIELDS',
  /** 显示 detail 和社区电话 */
  TOO_LATE: 'REFRESH',
  /** 显示 detail，到“我的预约”取消不要的 */
  TOO_MANY_BOOKINGS: 'REFRESH',
  /** 关掉不用的页面，改为轮询 */
  TOO_MANY_STREAMS: 'WAIT',
  /** 显示 detail，先停用不要的子项再添加 */
  TOO_MANY_SUB_ITEMS: 'REFRESH',
  /** 显示 detail，按 Retry-After 等一会儿；不要自动连续重试 */
  TOO_OFTEN: 'WAIT',
  /** 显示 detail，按 Retry-After 用同一个 Idempotency-Key 重试 */
  TOO_SLOW: 'TRY_AGAIN',
  /** 显示 detail 和 traceId，请用户报修 */
  UNEXPECTED: 'REPORT',
  /** 程序写错了：没有这个地址，对照接口约定 */
  UNKNOWN_ADDRESS: 'FIX_PROGRAM',
  /** 程序写错了：内容读不出来 */
  UNREADABLE: 'FIX_PROGRAM',
  /** 程序写错了：Content-Type 不对 */
  UNSUPPORTED_CONTENT_TYPE: 'FIX_PROGRAM',
  /** 显示 detail，请居民换个网络再传 */
  UPLOAD_TOO_SLOW: 'TRY_AGAIN',
  /** 保留填好的记录，请核对开始时间和时长 */
  VISITOR_BUSY: 'FIELDS',
  /** 显示 detail，回到走访记录列表并刷新 */
  VISIT_NOT_FOUND: 'GO_BACK',
  /** 显示 detail，请居民换一个时间 */
  WAITING_LIST_FULL: 'REFRESH',
  /** 显示 detail，按 Retry-After 用同一个 Idempotency-Key 重试 */
  WECHAT_AWAY: 'TRY_AGAIN',
}
