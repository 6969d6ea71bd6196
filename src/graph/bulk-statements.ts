import { model, type NodeModel, type RelationModel } from "./model.ts";

/**
 * The statements that move whole graphs, made from the model: a label or a relation type cannot
 * be a parameter. Rows go in and out in pages.
 */

export const nodeModels: readonly (readonly [label: string, NodeModel])[] = Object.entries(
  model.nodes,
);
export const relationModels: readonly RelationModel[] = model.relations;

/** $rows: [{id, properties}]. Storing a row again changes nothing. */
export const storeNodes = (label: string): string =>
  `UNWIND $rows AS row MERGE (n:${label} {id: row.id}) SET n += row.properties RETURN count(n) AS stored`;

/** $rows: [{from, to, properties}], ids of nodes that are there. Storing a row again changes nothing. */
export const storeRelations = ({ type, from, to }: RelationModel): string =>
  `UNWIND $rows AS row MATCH (a:${from} {id: row.from}) MATCH (b:${to} {id: row.to}) ` +
  `MERGE (a)-[r:${type}]->(b) SET r += row.properties RETURN count(r) AS stored`;

/** $after: id of the last node of the page before, "" at first; $limit. -> id, properties */
export const pageOfNodes = (label: string): string =>
  `MATCH (n:${label}) WHERE n.id > $after RETURN n.id AS id, properties(n) AS properties ORDER BY id LIMIT $limit`;

/** $after, $limit as for nodes. -> id */
export const pageOfIds = (label: string): string =>
  `MATCH (n:${label}) WHERE n.id > $after RETURN n.id AS id ORDER BY id LIMIT $limit`;

/** $ids: of nodes the relations start from. -> from, to, properties */
export const relationsOf = ({ type, from, to }: RelationModel): string =>
  `UNWIND $ids AS id MATCH (a:${from} {id: id})-[r:${type}]->(b:${to}) ` +
  `RETURN a.id AS from, b.id AS to, properties(r) AS properties ORDER BY from, to`;

/** -> total */
export const countOfNodes = (label: string): string =>
  `MATCH (n:${label}) RETURN count(n) AS total`;

/** -> total */
export const countOfRelations = ({ type, from, to }: RelationModel): string =>
  `MATCH (:${from})-[r:${type}]->(:${to}) RETURN count(r) AS total`;
