/** The pages in the order in which they are read. */
export const GUIDES = [
  { group: '入门', pages: [
    { id: 'start', title: '开始' },
    { id: 'login', title: '登录与手机号' },
    { id: 'errors', title: '错误码与页面该怎么做' },
  ] },
  { group: '居民端', pages: [
    { id: 'ticket', title: '一件诉求的流程' },
    { id: 'upload', title: '上传照片和语音' },
    { id: 'drafts', title: '离线草稿与安全重复' },
    { id: 'live', title: '实时进度' },
    { id: 'booking', title: '预约' },
    { id: 'household', title: '家庭档案与个人信息' },
  ] },
  { group: '消息', pages: [
    { id: 'subscribe', title: '订阅消息的点击' },
    { id: 'messages', title: '消息目录' },
  ] },
  { group: '工作人员端', pages: [
    { id: 'staff', title: '员工页面' },
    { id: 'visit', title: '走访' },
  ] },
]

export const ALL = GUIDES.flatMap((group) => group.pages)
