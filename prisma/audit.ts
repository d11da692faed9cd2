import type { PoolClient } from 'pg'
import type { Step } from './steps.ts'

/** Who did what and why, for every act of an operator; in the transaction of the step it belongs to. */
export async function insertAudit(
  client: PoolClient,
  step: Step,
  audit: { readonly operator: string; readonly action: string; readonly reason: string },
): Promise<void> {
  await client.query({
    name: 'insert-audit',
    text: `INSERT INTO audit (order_id, operator, action, reason, data, at, workflow, sequence) VALUES ($1,$2,$3,$4,$5::jsonb,$6,$7,$8)
     ON CONFLICT (workflow, sequence) DO NOTHING`,
    values: [
      step.order,
      audit.operator,
      audit.action,
      audit.reason,
      JSON.stringify(step.data),
      new Date(step.at),
      step.workflow,
      step.sequence,
    ],
  })
}
