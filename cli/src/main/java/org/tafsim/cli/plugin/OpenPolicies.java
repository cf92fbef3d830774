package org.tafsim.cli.plugin;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.tafsim.plugins.PluginLoadException;
import org.tafsim.plugins.Plugins;
import org.tafsim.policies.PolicySet;

/** The policies of a command, with all that must be closed after it. */
public final class OpenPolicies implements AutoCloseable {

    private final PolicySet set;
    private final Deque<Runnable> closing = new ArrayDeque<>();

    private OpenPolicies(PolicySet set) {
        this.set = set;
    }

    /** The shipped ones alone: nothing is open. */
    static OpenPolicies shipped() {
        return new OpenPolicies(PolicySet.shipped());
    }

    /** Those of a folder, too; the guard is closed with them. */
    static OpenPolicies with(Path folder, PluginGuard guard) {
        try {
            Plugins plugins = Plugins.open(folder, PolicySet.shipped(), guard.watch());
            OpenPolicies open = new OpenPolicies(plugins.policies());
            open.closing.push(guard::close);
            open.closing.push(plugins::close);
            return open;
        } catch (PluginLoadException e) {
            guard.close();
            throw e;
        }
    }

    /** All of them. */
    public PolicySet set() {
        return set;
    }

    @Override
    public void close() {
        closing.forEach(Runnable::run);
    }
}
