package org.muster.notifications;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.Account;
import org.muster.calendar.UtcColumns;
import org.muster.forms.Inputs;
import org.muster.names.NameInText;
import org.muster.forms.PublicAddress;
import org.muster.operations.TimedWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.SimpleJdbcInsert;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * The outbox: e-mails wait in the database until a server has taken them, and are tried
 * again while it does not. Off until a server is configured; the demo keeps them, to be
 * read on a page.
 */
@Component
class Mails {

	private static final Logger log = LoggerFactory.getLogger(Mails.class);

	private static final int AT_ONCE = 20;

	/** The last try is some four hours after the first. */
	private static final int MOST_TRIES = 8;

	/** Longer than a server may take that answers just before each time limit. */
	private static final Duration CLAIM = Duration.ofMinutes(5);

	private final JdbcTemplate jdbc;

	private final SimpleJdbcInsert insert;

	private final @Nullable JavaMailSender sender;

	private final boolean demo;

	private final String from;

	private final PublicAddress address;

	private final ITemplateEngine templates;

	private final MessageSource messages;

	private final Clock clock;

	Mails(JdbcTemplate jdbc, ObjectProvider<JavaMailSender> sender, Environment environment,
			@Value("${muster.mail.from}") String from, PublicAddress address, ITemplateEngine templates,
			MessageSource messages, Clock clock) {
		this.jdbc = jdbc;
		this.insert = new SimpleJdbcInsert(jdbc).withTableName("mail_out")
			.usingColumns("recipient", "subject", "plain", "html", "created_at", "tries", "next_try_at")
			.usingGeneratedKeyColumns("id");
		this.sender = sender.getIfAvailable();
		this.demo = environment.acceptsProfiles(Profiles.of("demo"));
		this.from = from;
		this.address = address;
		this.templates = templates;
		this.messages = messages;
		this.clock = clock;
	}

	boolean canSend() {
		return this.sender != null;
	}

	/** Whether e-mails are written at all. */
	boolean isOn() {
		return canSend() || this.demo;
	}

	/** Within the transaction of what it tells. */
	void queue(Account to, List<Notice> notices) {
		Context context = new Context(Locale.ENGLISH,
				Map.of("name", to.fullName(), "notices", notices, "address", this.address.of("")));
		Notice first = notices.get(0);
		String subject = (notices.size() == 1)
				? message("notifications.mail.subject." + first.kind(), first.by(), first.title())
				: message("notifications.mail.subject.digest", notices.size());
		Map<String, @Nullable Object> mail = new HashMap<>();
		mail.put("recipient", to.email());
		mail.put("subject", oneLine(subject));
		mail.put("plain", this.templates.process("mail/notices.txt", context));
		mail.put("html", this.templates.process("notifications/mail", context));
		mail.put("created_at", now());
		mail.put("tries", 0);
		mail.put("next_try_at", now());
		Number id = this.insert.executeAndReturnKey(mail);
		notices.stream()
			.map(Notice::person)
			.filter(Objects::nonNull)
			.distinct()
			.forEach((person) -> this.jdbc.update("insert into mail_person (mail_id, consultant_id) values (?, ?)", id,
					person));
	}

	/** In the e-mails that name the person, whether they have gone or not. */
	void forget(long person, String name, String neutralName) {
		NameInText plain = new NameInText(name);
		NameInText marked = new NameInText(HtmlUtils.htmlEscape(name, StandardCharsets.UTF_8.name()));
		this.jdbc
			.query("select m.* from mail_out m join mail_person p on p.mail_id = m.id where p.consultant_id = ?",
					Mails::mail, person)
			.forEach((mail) -> this.jdbc.update("update mail_out set subject = ?, plain = ?, html = ? where id = ?",
					Inputs.cut(plain.replaced(mail.subject(), neutralName), 200),
					plain.replaced(mail.plain(), neutralName),
					marked.replaced(mail.html(), HtmlUtils.htmlEscape(neutralName)), mail.id()));
	}

	/** A subject with a line break would be a second header. */
	private static String oneLine(String subject) {
		return Inputs.cut(subject.replaceAll("[\\p{Cntrl}]+", " "), 200);
	}

	private String message(String key, Object... args) {
		return this.messages.getMessage(key, args, Locale.ENGLISH);
	}

	private LocalDateTime now() {
		return UtcColumns.write(this.clock.instant());
	}

	/** Those that have gone before: they say much of people, and nobody needs them. */
	void forgetSent(Instant before) {
		this.jdbc.update("delete from mail_out where sent_at < ?", UtcColumns.write(before));
	}

	@Bean
	static RecurringTask<Void> mailsSent(Mails mails) {
		return TimedWork.every("mails-sent", Duration.ofSeconds(15), mails::send);
	}

	/** Those that are due; those that have gone are not looked at. */
	void send() {
		if (this.sender == null) {
			return;
		}
		List<Long> due = this.jdbc.queryForList(
				"select id from mail_out where sent_at is null and next_try_at <= ? order by next_try_at, id limit "
						+ AT_ONCE,
				Long.class, now());
		TimedWork.forEach(due, (id) -> claim(id).ifPresent(this::send));
	}

	/**
	 * Of two portals one sends it. The other, or this one after a crash, tries again once
	 * the claim has run out: no lock and no connection is held while a server that may
	 * hang is talked to.
	 */
	private Optional<Mail> claim(long id) {
		int claimed = this.jdbc.update(
				"update mail_out set tries = tries + 1, next_try_at = ? where id = ? and sent_at is null and next_try_at <= ?",
				UtcColumns.write(this.clock.instant().plus(CLAIM)), id, now());
		return (claimed == 1) ? find(id) : Optional.empty();
	}

	private void send(Mail mail) {
		try {
			deliver(mail);
		}
		// Whatever it is: an e-mail that is claimed again for ever is never given up.
		catch (MessagingException | RuntimeException ex) {
			log.warn("An e-mail could not be sent; it is tried again: {}", ex.getMessage());
			Instant next = this.clock.instant().plus(Duration.ofMinutes(1L << mail.tries()));
			this.jdbc.update("update mail_out set next_try_at = ?, problem = ? where id = ?",
					(mail.tries() < MOST_TRIES) ? UtcColumns.write(next) : null, problem(ex), mail.id());
			return;
		}
		this.jdbc.update("update mail_out set sent_at = ?, next_try_at = null, problem = null where id = ?", now(),
				mail.id());
	}

	private static String problem(Exception exception) {
		return Inputs.cut(String.valueOf(exception.getMessage()), 300);
	}

	private void deliver(Mail mail) throws MessagingException {
		JavaMailSender server = Objects.requireNonNull(this.sender);
		MimeMessageHelper message = new MimeMessageHelper(server.createMimeMessage(), true,
				StandardCharsets.UTF_8.name());
		message.setFrom(this.from);
		message.setTo(mail.recipient());
		message.setSubject(mail.subject());
		message.setText(mail.plain(), mail.html());
		// Absence notes and the like do not answer (RFC 3834; Exchange knows a header of
		// its own).
		message.getMimeMessage().setHeader("Auto-Submitted", "auto-generated");
		message.getMimeMessage().setHeader("X-Auto-Response-Suppress", "All");
		server.send(message.getMimeMessage());
	}

	Page<Mail> all(Pageable page) {
		List<Mail> mails = this.jdbc.query("select * from mail_out order by id desc limit ? offset ?", Mails::mail,
				page.getPageSize(), page.getOffset());
		Long count = this.jdbc.queryForObject("select count(*) from mail_out", Long.class);
		return new PageImpl<>(mails, page, (count != null) ? count : 0);
	}

	Optional<Mail> find(long id) {
		return this.jdbc.query("select * from mail_out where id = ?", Mails::mail, id).stream().findFirst();
	}

	private static Mail mail(ResultSet row, int index) throws SQLException {
		return new Mail(row.getLong("id"), row.getString("recipient"), row.getString("subject"), row.getString("plain"),
				row.getString("html"), UtcColumns.read(row, "created_at"), row.getInt("tries"),
				UtcColumns.readOrNull(row, "next_try_at"), UtcColumns.readOrNull(row, "sent_at"),
				row.getString("problem"));
	}

}
