// A Temporal server of somebody else knows our search attributes only after it has been told.
import { searchAttributes } from './temporal.mjs'
import { Trouble } from './trouble.mjs'

/**
 * Registers the search attributes a server does not have yet.
 * @param {{ address: string, namespace: string, apiKey?: string, tls: boolean }} server
 */
export async function registerSearchAttributes({ address, namespace, apiKey, tls }) {
  const { Connection } = await import('@temporalio/client')
  const { temporal } = (await import('@temporalio/proto')).default
  const kinds = temporal.api.enums.v1.IndexedValueType
  const kindOf = {
    Keyword: kinds.INDEXED_VALUE_TYPE_KEYWORD,
    Datetime: kinds.INDEXED_VALUE_TYPE_DATETIME,
    Bool: kinds.INDEXED_VALUE_TYPE_BOOL,
  }
  let connection
  try {
    connection = await Connection.connect({ address, tls, connectTimeout: '10s', ...(apiKey ? { apiKey } : {}) })
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace })
    const missing = Object.entries(searchAttributes).filter(([name]) => !(name in customAttributes))
    if (missing.length === 0) return
    await connection.operatorService.addSearchAttributes({
      namespace,
      searchAttributes: Object.fromEntries(missing.map(([name, kind]) => [name, kindOf[kind]])),
    })
  } catch (error) {
    throw new Trouble(
      `The Temporal server at ${address} could not be prepared (${error.details ?? error.message}).`,
      'Check TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE and TEMPORAL_API_KEY, or unset them for a server of our own.',
      { cause: error },
    )
  } finally {
    await connection?.close()
  }
}
