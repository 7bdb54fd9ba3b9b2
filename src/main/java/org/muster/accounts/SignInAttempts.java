package org.muster.accounts;

import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.muster.audit.Networks;
import org.muster.calendar.UtcColumns;
import org.muster.operations.TimedWork;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Attempts to sign in that were in vain, on all nodes together. One is counted before it
 * is tried, so that many at once do not slip through, and taken back if it succeeds.
 * Whoever guesses from elsewhere hardly keeps somebody out: attempts on an account from
 * one address and from all are limited apart.
 */
@Component
class SignInAttempts {

	private final Limits limits;

	private final JdbcTemplate jdbc;

	private final Clock clock;

	SignInAttempts(Limits limits, JdbcTemplate jdbc, Clock clock) {
		this.limits = limits;
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * How many attempts may be in vain within a window.
	 *
	 * @param perAccount on an account from one network address
	 * @param perAccountAnywhere on an account from all addresses
	 * @param perAddress from one network address on whatever account
	 */
	@ConfigurationProperties("muster.sign-in")
	record Limits(@DefaultValue("10") int perAccount, @DefaultValue("100") int perAccountAnywhere,
			@DefaultValue("60") int perAddress, @DefaultValue("15m") Duration window) {
	}

	/**
	 * Whether one more may be tried, which is counted: for everybody at once, whatever
	 * comes of the transaction that asks.
	 */
	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	boolean begin(String account, @Nullable String address) {
		String who = account(account);
		String from = Networks.of(address);
		long attempt = count(who, from);
		boolean allowed = isWithin(who, from);
		if (!allowed) {
			this.jdbc.update("delete from sign_in_attempt where id = ?", attempt);
		}
		return allowed;
	}

	private long count(String account, String address) {
		GeneratedKeyHolder key = new GeneratedKeyHolder();
		this.jdbc.update((connection) -> {
			PreparedStatement insert = connection.prepareStatement(
					"insert into sign_in_attempt (account, address, tried_at) values (?, ?, ?)",
					Statement.RETURN_GENERATED_KEYS);
			insert.setString(1, account);
			insert.setString(2, address);
			insert.setObject(3, UtcColumns.write(this.clock.instant()));
			return insert;
		}, key);
		return Objects.requireNonNull(key.getKey()).longValue();
	}

	private boolean isWithin(String account, String address) {
		LocalDateTime since = UtcColumns.write(this.clock.instant().minus(this.limits.window()));
		String tried = "(select count(*) from sign_in_attempt where tried_at > ? and ";
		return Boolean.TRUE.equals(this.jdbc.queryForObject(
				"select %saccount = ? and address = ?), %saccount = ?), %saddress = ?)".formatted(tried, tried, tried),
				(row, index) -> row.getInt(1) <= this.limits.perAccount()
						&& row.getInt(2) <= this.limits.perAccountAnywhere()
						&& row.getInt(3) <= this.limits.perAddress(),
				since, account, address, since, account, since, address));
	}

	/** The one that was begun, and those that were in vain before it. */
	@Transactional(propagation = Propagation.NOT_SUPPORTED)
	void succeeded(String account, @Nullable String address) {
		// One by one: MySQL locks gaps between those that are found otherwise.
		List<Object[]> ids = this.jdbc.query("select id from sign_in_attempt where account = ? and address = ?",
				(row, index) -> new Object[] { row.getLong(1) }, account(account), Networks.of(address));
		this.jdbc.batchUpdate("delete from sign_in_attempt where id = ?", ids);
	}

	@Bean
	static RecurringTask<Void> signInAttemptsForgotten(SignInAttempts attempts) {
		return TimedWork.every("sign-in-attempts-forgotten", Duration.ofHours(1), attempts::forget);
	}

	void forget() {
		this.jdbc.update("delete from sign_in_attempt where tried_at < ?",
				UtcColumns.write(this.clock.instant().minus(this.limits.window())));
	}

	private static String account(String typed) {
		return DigestUtils.sha256Hex(typed.strip().toLowerCase(Locale.ROOT));
	}

}
