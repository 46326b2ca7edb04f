/** The contract's words as people here say them. */
export const STAGES = [
  ['SUBMITTED', '提交'], ['CLASSIFIED', '分类'], ['DISPATCHED', '转办'], ['IN_PROGRESS', '跟进'], ['REPLIED', '回复'], ['ARCHIVED', '归档'],
]

export const URGENCY = { NORMAL: '一般', URGENT: '紧急' }
export const HANDLING = { IMMEDIATE: '即时解决', COORDINATED: '协调联动', LONG_TERM: '长期跟进' }
export const COLOUR = { RED: '红：有危险，马上办', YELLOW: '黄：三日内答复', GREEN: '绿：列入社区计划' }
export const DEADLINE_STATE = { RUNNING: '计时中', PAUSED: '已暂停', MET: '按时完成', MISSED: '已超时', WITHDRAWN: '不再需要' }
export const CHECK = { PENDING: '还没核对', HELD: '正在核对，别人暂时看不到', HUMAN: '等人核对', REFUSED: '没有通过核对，别人看不到' }
export const CHANNEL = {
  MINI_PROGRAM: '小程序', OFFICIAL_ACCOUNT: '公众号', PHONE: '电话', COUNTER: '窗口', SUGGESTION_BOX: '意见箱', HOME_VISIT: '走访', PATROL: '巡查队',
}

export const options = (table) => Object.entries(table).map(([value, words]) => ({ value, words }))
