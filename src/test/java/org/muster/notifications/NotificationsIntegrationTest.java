package org.muster.notifications;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.accounts.Accounts;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.Role;
import org.muster.calendar.UtcColumns;
import org.muster.forms.PublicAddress;
import org.muster.testing.IntegrationTest;
import org.muster.testing.World;
import org.thymeleaf.ITemplateEngine;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.core.env.Environment;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

/** Notices in the portal, and e-mails to a server that may be away. */
@IntegrationTest
class NotificationsIntegrationTest {

	private static final Notice NOTICE = new Notice(Notice.Kind.QUESTION, "R-1", "Track <and> trace", "/requests/R-1",
			"Ana", "Who \"can\" start?");

	@Autowired
	private MockMvc mvc;

	@Autowired
	private World world;

	@Autowired
	private NotificationRows rows;

	@Autowired
	private Accounts accounts;

	@Autowired
	private JdbcTemplate jdbc;

	@Autowired
	private Environment environment;

	@Autowired
	private ITemplateEngine templates;

	@Autowired
	private MessageSource messages;

	@Autowired
	private TransactionTemplate transaction;

	@Autowired
	private Notifications notifications;

	private final TestClock clock = new TestClock();

	private CurrentUser person;

	@BeforeEach
	void sign() {
		this.person = this.world.person(Role.MEMBER, this.world.organisation());
		this.jdbc.update("delete from mail_out");
	}

	private static final class TestClock extends Clock {

		private Instant now = Instant.parse("2026-11-25T09:00:00Z");

		@Override
		public Instant instant() {
			return this.now;
		}

		@Override
		public java.time.ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(java.time.ZoneId zone) {
			return this;
		}

		void pass(Duration time) {
			this.now = this.now.plus(time);
		}

	}

	/** One whose server is at a port of this machine. */
	private Mails mails(int port) {
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost("127.0.0.1");
		sender.setPort(port);
		Properties properties = sender.getJavaMailProperties();
		properties.put("mail.smtp.connectiontimeout", "2000");
		properties.put("mail.smtp.timeout", "60000");
		ObjectProvider<JavaMailSender> provider = new ObjectProvider<>() {
			@Override
			public JavaMailSender getObject() {
				return sender;
			}

			@Override
			public @Nullable JavaMailSender getIfAvailable() {
				return sender;
			}
		};
		return new Mails(this.jdbc, provider, this.environment, "muster@example.test",
				new PublicAddress(
						new MockEnvironment().withProperty("muster.public-url", "https://muster.example.test/")),
				this.templates, this.messages, this.clock);
	}

	private Notifications with(Mails mails) {
		return new Notifications(this.rows, this.accounts, mails, this.clock, this.transaction);
	}

	private void tell(Notifications by) {
		this.transaction.executeWithoutResult((status) -> by.tell(List.of(this.person.id()), NOTICE, 0));
	}

	@Test
	void aNoticeIsUnreadUntilItIsFollowed() throws Exception {
		tell(this.notifications);
		assertThat(this.rows.unread(this.person.id())).isEqualTo(1);
		long id = this.rows.of(this.person.id(), PageRequest.of(0, 10)).getContent().get(0).id();
		CurrentUser stranger = this.world.person(Role.MEMBER, this.world.organisation());
		this.mvc.perform(post("/notifications/" + id + "/reading").with(csrf()).with(this.world.as(stranger)))
			.andExpect(status().isNotFound());
		this.mvc.perform(post("/notifications/" + id + "/reading").with(csrf()).with(this.world.as(this.person)))
			.andExpect(redirectedUrl("/requests/R-1"));
		assertThat(this.rows.unread(this.person.id())).isZero();
	}

	@Test
	void whoDidItIsNotToldOfIt() {
		this.transaction.executeWithoutResult(
				(status) -> this.notifications.tell(List.of(this.person.id()), NOTICE, this.person.id()));
		assertThat(this.rows.unread(this.person.id())).isZero();
	}

	@Test
	void whatIsUndoneIsNotTold() {
		this.transaction.executeWithoutResult((status) -> {
			this.notifications.tell(List.of(this.person.id()), NOTICE, 0);
			status.setRollbackOnly();
		});
		assertThat(this.rows.unread(this.person.id())).isZero();
	}

	@Test
	void eachKindCanBeSwitchedOff() throws Exception {
		this.mvc
			.perform(post("/notifications/settings").param("portal", "MENTION")
				.param("mail", "MENTION")
				.with(csrf())
				.with(this.world.as(this.person)))
			.andExpect(status().is3xxRedirection());
		tell(with(mails(1)));
		assertThat(this.rows.unread(this.person.id())).isZero();
		assertThat(mails(1).all(PageRequest.of(0, 10))).isEmpty();
		assertThat(this.mvc.perform(get("/notifications/settings").with(this.world.as(this.person)))
			.andReturn()
			.getResponse()
			.getContentAsString()).contains("By e-mail: A client asks you");
	}

	@Test
	void withoutAServerNoEmailIsWritten() {
		tell(this.notifications);
		assertThat(mails(1).all(PageRequest.of(0, 10))).isEmpty();
	}

	@Test
	void anEmailWaitsForItsServerAndIsSentOnce() throws Exception {
		GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
		Mails away = mails(1);
		tell(with(away));
		away.send();
		Mail waiting = away.all(PageRequest.of(0, 10)).getContent().get(0);
		assertThat(waiting.sentAt()).isNull();
		assertThat(waiting.tries()).isEqualTo(1);
		assertThat(waiting.problem()).isNotBlank();
		server.start();
		try {
			Mails there = mails(server.getSmtp().getPort());
			there.send();
			assertThat(server.getReceivedMessages()).isEmpty();
			this.clock.pass(Duration.ofMinutes(3));
			there.send();
			there.send();
			MimeMessage[] received = server.getReceivedMessages();
			assertThat(received).hasSize(1);
			assertThat(received[0].getSubject()).isEqualTo("Ana asks: Track <and> trace");
			assertThat(received[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
			assertThat(received[0].getHeader("X-Auto-Response-Suppress")).containsExactly("All");
			String raw = GreenMailUtil.getWholeMessage(received[0]);
			assertThat(received[0].getContent()).isInstanceOf(MimeMultipart.class);
			assertThat(raw).contains("text/plain", "text/html", "https://muster.example.test/requests/R-1");
			assertThat(there.all(PageRequest.of(0, 10)).getContent().get(0).plain()).contains("Who \"can\" start?",
					"Track <and> trace");
			assertThat(there.all(PageRequest.of(0, 10)).getContent().get(0).html()).contains("Track &lt;and&gt; trace");
		}
		finally {
			server.stop();
		}
	}

	@Test
	void aServerThatHangsKeepsNoOtherPortalWaiting() throws Exception {
		GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
		server.start();
		try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			Mails hanging = mails(silent.getLocalPort());
			tell(with(hanging));
			Thread sending = new Thread(hanging::send);
			sending.start();
			try (Socket connected = silent.accept()) {
				Mails other = mails(server.getSmtp().getPort());
				other.send();
				assertThat(sending.isAlive()).as("still waits for its server").isTrue();
				assertThat(server.getReceivedMessages()).as("claimed by the one that waits").isEmpty();
				assertThat(connected.isConnected()).isTrue();
			}
			sending.join();
			this.clock.pass(Duration.ofMinutes(6));
			mails(server.getSmtp().getPort()).send();
			assertThat(server.getReceivedMessages()).hasSize(1);
		}
		finally {
			server.stop();
		}
	}

	@Test
	void anEmailWhoseSenderDiedIsSentByAnother() throws Exception {
		GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
		server.start();
		try {
			Mails there = mails(server.getSmtp().getPort());
			tell(with(there));
			this.jdbc.update("update mail_out set tries = 1, next_try_at = ?",
					UtcColumns.write(this.clock.instant().plusSeconds(300)));
			there.send();
			assertThat(server.getReceivedMessages()).isEmpty();
			this.clock.pass(Duration.ofMinutes(5));
			there.send();
			assertThat(server.getReceivedMessages()).hasSize(1);
		}
		finally {
			server.stop();
		}
	}

	@Test
	void anEmailThatNobodyTakesIsGivenUp() {
		Mails away = mails(1);
		tell(with(away));
		for (int tries = 0; tries < 10; tries++) {
			away.send();
			this.clock.pass(Duration.ofHours(10));
		}
		Mail mail = away.all(PageRequest.of(0, 10)).getContent().get(0);
		assertThat(mail.state(true)).isEqualTo("FAILED");
		assertThat(mail.tries()).isEqualTo(8);
	}

	@Test
	void whoWishesGetsOneEmailADay() {
		this.transaction.executeWithoutResult((status) -> this.rows.wantDigest(this.person.id(), true));
		Mails mails = mails(1);
		Notifications told = with(mails);
		tell(told);
		tell(told);
		assertThat(mails.all(PageRequest.of(0, 10))).isEmpty();
		told.digests();
		told.digests();
		assertThat(mails.all(PageRequest.of(0, 10)).getContent()).extracting(Mail::subject)
			.containsExactly("2 things that happened");
		assertThat(this.rows.unread(this.person.id())).isEqualTo(2);
	}

	@Test
	void theBellCountsNoFurtherThanItShows() throws Exception {
		for (int count = 0; count < 120; count++) {
			tell(this.notifications);
		}
		assertThat(this.rows.unread(this.person.id())).isEqualTo(100);
		assertThat(this.mvc.perform(get("/notifications/bell").with(this.world.as(this.person)))
			.andReturn()
			.getResponse()
			.getContentAsString()).contains(">99+<", "more than 99 unread");
	}

	@Test
	void anEmailThatHasGoneIsNotLookedAtAgainAndLeavesAfterThirtyDays() {
		GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
		server.start();
		try {
			Mails there = mails(server.getSmtp().getPort());
			tell(with(there));
			there.send();
			tell(with(there));
			Mail sent = there.all(PageRequest.of(0, 10)).getContent().get(1);
			assertThat(sent.sentAt()).isNotNull();
			assertThat(sent.nextTryAt()).isNull();
			assertThat(sent.state(true)).isEqualTo("SENT");
			this.clock.pass(Duration.ofDays(30));
			with(there).letGo();
			assertThat(there.all(PageRequest.of(0, 10))).hasSize(2);
			this.clock.pass(Duration.ofSeconds(1));
			with(there).letGo();
			assertThat(there.all(PageRequest.of(0, 10)).getContent()).extracting((mail) -> mail.state(true))
				.containsExactly("WAITING");
		}
		finally {
			server.stop();
		}
	}

	@Test
	void whatWasReadAYearAgoIsForgottenAndWhatWasNotReadStays() {
		Notifications told = with(mails(1));
		tell(told);
		long first = this.rows.of(this.person.id(), PageRequest.of(0, 10)).getContent().get(0).id();
		this.clock.pass(Duration.ofMinutes(1));
		tell(told);
		this.rows.read(first, this.person.id(), this.clock.instant());
		this.clock.pass(Duration.ofDays(365));
		told.letGo();
		assertThat(this.rows.of(this.person.id(), PageRequest.of(0, 10)).getContent()).hasSize(2)
			.extracting(Notification::id)
			.endsWith(first);
		this.clock.pass(Duration.ofSeconds(1));
		told.letGo();
		assertThat(this.rows.of(this.person.id(), PageRequest.of(0, 10)).getContent()).hasSize(1)
			.extracting(Notification::id)
			.doesNotContain(first);
	}

}
