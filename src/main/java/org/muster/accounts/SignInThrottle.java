package org.muster.accounts;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits attempts to sign in, by account and by network address. An attempt is counted
 * before it is tried, so that many at once do not slip through; a success gives an
 * account its attempts back.
 */
@Component
public class SignInThrottle extends OncePerRequestFilter {

	private final Limits limits;

	private final Cache<String, Bucket> accounts = buckets();

	private final Cache<String, Bucket> addresses = buckets();

	private final FailedSignIns failed;

	SignInThrottle(Limits limits, FailedSignIns failed) {
		this.failed = failed;
		this.limits = limits;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !("POST".equals(request.getMethod()) && "/login".equals(request.getServletPath()));
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String account = key(Objects.requireNonNullElse(request.getParameter("username"), ""));
		boolean allowed = bucket(this.addresses, Objects.requireNonNullElse(request.getRemoteAddr(), ""),
				this.limits.perAddress())
			.tryConsume(1) && bucket(this.accounts, account, this.limits.perAccount()).tryConsume(1);
		if (allowed) {
			chain.doFilter(request, response);
		}
		else {
			this.failed.note("account.sign-in.limited", account, request.getRemoteAddr());
			response.sendRedirect(request.getContextPath() + "/login?limited");
		}
	}

	/** Whether an account has an attempt left, which is used up. */
	boolean tries(String account) {
		return bucket(this.accounts, key(account), this.limits.perAccount()).tryConsume(1);
	}

	void forgive(String account) {
		this.accounts.invalidate(key(account));
	}

	private Bucket bucket(Cache<String, Bucket> cache, String key, int attempts) {
		return cache.get(key,
				(missing) -> Bucket.builder()
					.addLimit(
							Bandwidth.builder().capacity(attempts).refillGreedy(attempts, this.limits.window()).build())
					.build());
	}

	private static String key(String account) {
		String key = account.strip().toLowerCase(Locale.ROOT);
		return key.substring(0, Math.min(key.length(), 254));
	}

	private static Cache<String, Bucket> buckets() {
		return Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(Duration.ofHours(1)).build();
	}

	/**
	 * How many attempts there are.
	 *
	 * @param perAccount attempts for one account within a window
	 * @param perAddress attempts from one network address within a window
	 * @param window the time after which all attempts are back
	 */
	@ConfigurationProperties("muster.sign-in")
	public record Limits(@DefaultValue("10") int perAccount, @DefaultValue("60") int perAddress,
			@DefaultValue("15m") Duration window) {
	}

	@Configuration(proxyBeanMethods = false)
	static class Registration {

		/**
		 * It runs inside the security chain only, not once more as a filter of its own.
		 */
		@Bean
		FilterRegistrationBean<SignInThrottle> signInThrottleRegistration(SignInThrottle throttle) {
			FilterRegistrationBean<SignInThrottle> registration = new FilterRegistrationBean<>(throttle);
			registration.setEnabled(false);
			return registration;
		}

	}

}
