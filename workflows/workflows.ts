// The one entry that Temporal's bundler needs: every workflow of the platform.
export { job } from './job/workflow.ts'
export { order } from './order/workflow.ts'
export { quoting } from './quoting/workflow.ts'
