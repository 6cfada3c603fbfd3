import type { SchemaElement } from 'hyparquet'

/** A column's elements in the order that Parquet lists a tree: a parent, then its children. */
export type Column = SchemaElement[]

export function text(name: string): Column {
  return [{ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' }]
}

export function whole(name: string): Column {
  return [{ name, type: 'INT32', repetition_type: 'OPTIONAL' }]
}

export function real(name: string): Column {
  return [{ name, type: 'DOUBLE', repetition_type: 'OPTIONAL' }]
}

/** A list of structs (Parquet's LIST, in three levels). */
export function structs(name: string, fields: readonly Column[]): Column {
  return [
    ...listHead(name),
    { name: 'element', repetition_type: 'OPTIONAL', num_children: fields.length },
    ...fields.flat()
  ]
}

export function texts(name: string): Column {
  return [...listHead(name), ...text('element')]
}

function listHead(name: string): SchemaElement[] {
  return [
    { name, repetition_type: 'OPTIONAL', converted_type: 'LIST', num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 }
  ]
}

export function schemaOf(columns: readonly Column[]): SchemaElement[] {
  return [{ name: 'root', num_children: columns.length }, ...columns.flat()]
}
