package app.earlybird.migrations.engine;

import java.util.List;

/** One that fills in data: it is taken back by the marks it leaves. */
public interface DataMigration extends Migration {

    @Override
    default boolean isOfData() {
        return true;
    }

    @Override
    List<Place> places();

    @Override
    void fill(Work work);
}
