// Holds on to some things until the transaction ends: whoever else wants one of them waits, or loses. Lock first,
// then look: what was read before may be old.
//
// write
// $ids        list    ids of locks in the order in which everybody takes them
// $operation  string  who holds them
// -> held (how many)

UNWIND $ids AS id
MERGE (lock:Lock {id: id})
SET lock.operation = $operation
RETURN count(lock) AS held
