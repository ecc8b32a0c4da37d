package app.earlybird.local.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.backend.h2.PrefixUniqueIndex;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.h2.mvstore.MVStore;

/**
 * Commits every write before its answer leaves, so that a killed process loses nothing it acknowledged. The stock
 * backend commits once a second and lost hundreds of acknowledged writes per kill. A power failure may still lose data.
 */
final class DurableBackend extends H2Backend {

    private static final Set<String> WRITES = Set.of(
            "insert",
            "update",
            "delete",
            "findandmodify",
            "createindexes",
            "dropindexes",
            "deleteindexes",
            "drop",
            "dropdatabase",
            "create",
            "renamecollection",
            "aggregate");
    private static final int WRITES_PER_COMPACTION = 2000;
    private static final int TARGET_FILL_PERCENT = 70;
    private static final int COMPACTION_BYTES = 16 * 1024 * 1024;

    private final Object writeLock = new Object();
    private int writes;

    DurableBackend(String file) {
        super(open(file));
    }

    private static MVStore open(String file) {
        var store = new MVStore.Builder()
                .fileName(file)
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .open();
        store.setRetentionTime(0);
        store.setVersionsToKeep(0);
        return store;
    }

    @Override
    public Document handleMessage(MongoMessage message) {
        var command = message.getDocument().keySet().iterator().next().toLowerCase(Locale.ROOT);
        if (!WRITES.contains(command)) {
            return super.handleMessage(message);
        }
        synchronized (writeLock) {
            try {
                return super.handleMessage(message);
            } finally {
                commit();
                writes++;
                if (writes % WRITES_PER_COMPACTION == 0) {
                    getMvStore().compact(TARGET_FILL_PERCENT, COMPACTION_BYTES);
                }
            }
        }
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new H2Database(name, getMvStore(), getCursorRegistry()) {
            @Override
            protected Index<Object> openOrCreateUniqueIndex(
                    String collection, String index, List<IndexKey> keys, boolean sparse) {
                var entries =
                        DurableBackend.this.getMvStore().<KeyValue, Object>openMap(mapName(name, collection, index));
                return new PrefixUniqueIndex(entries, index, keys, sparse);
            }
        };
    }

    /** As the stock database names it: a dropped index is looked for under this name. */
    private static String mapName(String database, String collection, String index) {
        return database + "." + collection + "._index_" + index;
    }
}
