package org.muster.discussion;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import org.jspecify.annotations.Nullable;
import org.muster.accounts.Account;
import org.muster.accounts.Accounts;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Recipients;
import org.muster.audit.AuditAct;
import org.muster.audit.Audited;
import org.muster.forms.SearchText;
import org.muster.notifications.Notice;
import org.muster.notifications.Notice.Kind;
import org.muster.notifications.Notifications;
import org.muster.operations.TimedWork;
import org.muster.requests.RequestStatus;
import org.muster.requests.StaffingRequest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What is said about a request, and by whom it is heard. */
@Component
public class Discussion {

	/** A request whose discussion is longer needs a meeting. */
	static final int MOST_COMMENTS = 500;

	private static final int LONGEST = 4000;

	/** How many comments a page shows at first. */
	private static final int LATEST = 30;

	private static final Duration PRESENCE_KEPT = Duration.ofDays(1);

	private final DiscussionRows rows;

	private final Accounts accounts;

	private final Recipients recipients;

	private final Notifications notifications;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	Discussion(DiscussionRows rows, Accounts accounts, Recipients recipients, Notifications notifications,
			ApplicationEventPublisher events, Clock clock) {
		this.rows = rows;
		this.accounts = accounts;
		this.recipients = recipients;
		this.notifications = notifications;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * What the panel of a request shows.
	 *
	 * @param earlier whether there are comments before those
	 * @param people the names that can be mentioned
	 * @param parts what can be commented on
	 * @param ofDraft whether the account manager does not see the request yet
	 */
	public record Contents(List<Comment> comments, boolean earlier, List<Attachment> attachments, List<String> people,
			List<String> parts, boolean ofDraft) {

		/** The latest comment on the page, which its form carries along. */
		public long seen() {
			return this.comments.isEmpty() ? 0 : this.comments.get(this.comments.size() - 1).id();
		}

	}

	/** With the latest comments. Within a transaction. */
	@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
	public Contents of(StaffingRequest request, CurrentUser user) {
		List<Comment> latest = this.rows.latestComments(request.id(), user.isClient(), LATEST + 1);
		boolean earlier = latest.size() > LATEST;
		return contents(request, earlier ? latest.subList(1, latest.size()) : latest, earlier);
	}

	/** With all comments. Within a transaction. */
	@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
	public Contents all(StaffingRequest request, CurrentUser user) {
		return contents(request, this.rows.comments(request.id(), user.isClient()), false);
	}

	private Contents contents(StaffingRequest request, List<Comment> comments, boolean earlier) {
		List<String> parts = new ArrayList<>(List.of("REQUEST", "GOALS"));
		request.positions().forEach((position) -> parts.add(String.valueOf(position.number())));
		parts.addAll(List.of("SCHEDULE", "BUDGET"));
		return new Contents(comments, earlier, this.rows.attachments(request.id()),
				people(request).stream().map(Account::fullName).toList(), parts,
				request.status() == RequestStatus.DRAFT);
	}

	private List<Account> people(StaffingRequest request) {
		List<Account> people = new ArrayList<>(this.accounts.membersOf(request.organisationId()));
		if (request.status() != RequestStatus.DRAFT) {
			people.addAll(this.accounts.findAllById(this.recipients.managersOf(request.organisationId())));
		}
		return people;
	}

	/**
	 * Adds a comment, and tells those whom it concerns.
	 * @param toManager whether the account manager is asked; what the consultancy's
	 * people write is always shared
	 * @param seen the latest comment on the page of who writes
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	void comment(StaffingRequest request, String part, String text, boolean toManager, long seen, CurrentUser by) {
		comment(request, part, text, toManager, "/requests/" + request.reference() + "#discussion", seen, by);
	}

	/**
	 * Says something about a proposal for a request, which both sides hear.
	 * @param proposal its reference
	 * @param link where it is said
	 * @param seen the latest comment on the page of who says it
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public void say(StaffingRequest request, String proposal, String text, String link, long seen, CurrentUser by) {
		comment(request, proposal, text, true, link, seen, by);
	}

	@Bean
	static RecurringTask<Void> presenceForgotten(Discussion discussion) {
		return TimedWork.every("presence-forgotten", Duration.ofHours(6), discussion::forgetPresence);
	}

	void forgetPresence() {
		this.rows.forgetPresence(this.clock.instant().minus(PRESENCE_KEPT));
	}

	/** What was said about a proposal for a request, the oldest first. */
	@Transactional(propagation = Propagation.MANDATORY, readOnly = true)
	public List<Comment> about(StaffingRequest request, String proposal) {
		return this.rows.comments(request.id(), false)
			.stream()
			.filter((comment) -> comment.part().equals(proposal))
			.toList();
	}

	private void comment(StaffingRequest request, String part, String text, boolean toManager, String link, long seen,
			CurrentUser by) {
		boolean shared = !by.isClient() || (toManager && request.status() != RequestStatus.DRAFT);
		List<Comment> before = this.rows.comments(request.id(), true);
		if (before.stream().anyMatch((one) -> one.id() > seen && one.isSame(part, text, shared, by.id()))) {
			// A second click: whoever says the same once more has the first on the page.
			return;
		}
		this.rows.add(request.id(), part, by, shared, text, this.clock.instant());
		this.events.publishEvent(new Audited(by.actor(), request.organisationId(),
				shared ? AuditAct.REQUEST_DISCUSSED : AuditAct.REQUEST_COMMENTED, request.reference(), null));
		Set<Long> mentioned = mentioned(text, people(request), shared);
		this.notifications.tell(mentioned,
				new Notice(Kind.MENTION, request.reference(), request.title(), link, by.name(), text), by.id());
		Set<Long> others = new LinkedHashSet<>();
		Kind kind;
		if (by.isClient() && shared) {
			kind = Kind.QUESTION;
			others.addAll(this.recipients.managersOf(request.organisationId()));
		}
		else {
			kind = by.isClient() ? Kind.COMMENT : Kind.ANSWER;
			if (shared || !request.isOnBehalf()) {
				others.add(request.createdBy());
			}
			before.stream().filter(Comment::ofClient).map(Comment::authorId).forEach(others::add);
		}
		others.removeAll(mentioned);
		this.notifications.tell(others, new Notice(kind, request.reference(), request.title(), link, by.name(), text),
				by.id());
	}

	/** What somebody else wrote stays, as does what is gone already. */
	@Transactional(propagation = Propagation.MANDATORY)
	void takeBack(StaffingRequest request, long comment, CurrentUser by) {
		this.rows.comments(request.id(), by.isClient())
			.stream()
			.filter((one) -> one.id() == comment && one.isBy(by.id()))
			.findFirst()
			.filter((one) -> this.rows.removeComment(comment))
			.ifPresent((one) -> this.events.publishEvent(new Audited(by.actor(), request.organisationId(),
					one.shared() ? AuditAct.REQUEST_DISCUSSED_BACK : AuditAct.REQUEST_COMMENTED_BACK,
					request.reference(), null)));
	}

	/**
	 * Those whose name stands behind an @: the whole of it, or the first name where
	 * nobody else has it. Of the consultancy's people only those who see what is written.
	 */
	static Set<Long> mentioned(String text, List<Account> people, boolean shared) {
		Set<String> forms = SearchText.forms(text);
		Set<Long> found = new HashSet<>();
		for (Account person : people) {
			boolean sees = shared || person.role().isClient();
			if (sees && (isNamed(forms, person.fullName()) || isFirst(forms, person, people))) {
				found.add(person.id());
			}
		}
		return found;
	}

	private static boolean isFirst(Set<String> forms, Account person, List<Account> people) {
		String first = SearchText.fold(first(person));
		return people.stream().filter((one) -> SearchText.fold(first(one)).equals(first)).count() == 1
				&& isNamed(forms, first(person));
	}

	private static String first(Account person) {
		return Objects.requireNonNull(person.fullName().split(" ")[0]);
	}

	/** However both are written. */
	private static boolean isNamed(Set<String> forms, String name) {
		return SearchText.forms(name)
			.stream()
			.anyMatch((sought) -> forms.stream().anyMatch((form) -> isNamed(form, "@" + sought)));
	}

	private static boolean isNamed(String lower, String sought) {
		int at = lower.indexOf(sought);
		while (at >= 0) {
			int end = at + sought.length();
			if (end == lower.length() || !Character.isLetterOrDigit(lower.charAt(end))) {
				return true;
			}
			at = lower.indexOf(sought, at + 1);
		}
		return false;
	}

	/**
	 * @return the key of the message that says why a text cannot be added, or
	 * {@code null} if it can
	 */
	public @Nullable String problem(StaffingRequest request, String text) {
		if (text.isBlank()) {
			return "discussion.comment.empty";
		}
		if (text.length() > LONGEST) {
			return "discussion.comment.long";
		}
		return (this.rows.countComments(request.id()) >= MOST_COMMENTS) ? "discussion.comment.many" : null;
	}

	@Nullable String problem(StaffingRequest request, String part, String text, boolean toManager, CurrentUser by) {
		boolean known = part.matches("REQUEST|GOALS|SCHEDULE|BUDGET")
				|| request.positions().stream().anyMatch((one) -> String.valueOf(one.number()).equals(part));
		if (!known) {
			return "discussion.comment.part";
		}
		if (by.isClient() && !toManager) {
			List<Account> people = people(request);
			if (!mentioned(text, people, true).equals(mentioned(text, people, false))) {
				return "discussion.mention.unshared";
			}
		}
		return problem(request, text);
	}

}
