package org.tafsim.experiment.slurm;

/** Is told how an array gets on. */
public interface ArrayWatcher {

    /** So many tasks of all are done, as the files tell. */
    void onTasks(int done, int all);

    /** Something that the user should know, in one sentence. */
    void onNote(String note);
}
