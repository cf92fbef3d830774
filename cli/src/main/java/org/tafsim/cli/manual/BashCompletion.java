package org.tafsim.cli.manual;

import picocli.AutoComplete;
import picocli.CommandLine;

/** Completion for bash and zsh: picocli's, which also completes behind the last comma of a list. */
final class BashCompletion {

    private static final String WORDS = "echo -e \"$(compgen -W \"${optionList[*]}\" -- \"$curr_word\")\"";
    private static final String LISTED_WORDS = """
            local listed=""
              if [[ "$curr_word" == *,* ]]; then
                listed="${curr_word%,*},"
                curr_word="${curr_word##*,}"
              fi
              echo -e "$(compgen -P "$listed" -W "${optionList[*]}" -- "$curr_word")\"""";

    private BashCompletion() {}

    static String script(CommandLine root) {
        String script = AutoComplete.bash(root.getCommandName(), root);
        if (!script.contains(WORDS)) {
            throw new IllegalStateException("The script of this version of picocli completes words in another way.");
        }
        return script.replace(WORDS, LISTED_WORDS);
    }
}
