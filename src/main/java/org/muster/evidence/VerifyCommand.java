package org.muster.evidence;

import java.io.PrintStream;
import java.util.Locale;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.MessageSource;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * {@code java -jar muster.jar --muster.verify}: verifies all that is sealed and ends,
 * with 0 if everything is as it was sealed and with 1 otherwise. It serves no page,
 * changes nothing and comes before anything that is timed.
 */
@Component
@ConditionalOnBooleanProperty("muster.verify")
class VerifyCommand {

	private final Verification verification;

	private final MessageSource messages;

	VerifyCommand(Verification verification, MessageSource messages) {
		this.verification = verification;
		this.messages = messages;
	}

	@EventListener
	@Order(Ordered.HIGHEST_PRECEDENCE)
	@SuppressWarnings("SystemOut")
	void run(ContextRefreshedEvent event) {
		int code = report(System.out);
		SpringApplication.exit(event.getApplicationContext());
		System.exit(code);
	}

	int report(PrintStream out) {
		Verification.Run run = this.verification.run();
		for (Findings kind : run.findings()) {
			out.println(say("evidence.command.kind", say("evidence.kind." + kind.kind()), kind.verified(),
					kind.problems(), kind.erasedCount(), kind.sealedLaterCount()));
			kind.broken()
				.forEach((finding) -> out.println("  " + say("evidence.command.problem", finding.subject(),
						say("evidence.problem." + finding.problem()))));
		}
		out.println(say(run.failed() ? "evidence.failed" : run.isIntact() ? "evidence.intact" : "evidence.broken"));
		return run.isIntact() ? 0 : 1;
	}

	private String say(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, Locale.ENGLISH);
	}

}
