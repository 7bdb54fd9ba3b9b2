package org.muster.web;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.muster.accounts.CurrentUser;
import org.muster.accounts.SignIn;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * How often an account may do what costs others something: memory, disk, an e-mail, or a
 * look at people. Asked before anything is done.
 */
@Component
class Allowances implements HandlerInterceptor, WebMvcConfigurer {

	/** What is counted together. */
	enum Kind {

		DOCUMENT, ATTACHMENT, EXPORT, INVITATION, COMMENT, PROFILE

	}

	private static final List<Act> ACTS = List.of(Act.of(Kind.DOCUMENT, "POST", "/requests/intake"),
			Act.of(Kind.DOCUMENT, "POST", "/skills/reading"),
			Act.of(Kind.DOCUMENT, "POST", "/admin/consultants/drafts"),
			Act.of(Kind.DOCUMENT, "POST", "/admin/consultants/imports"),
			Act.of(Kind.ATTACHMENT, "POST", "/requests/{reference}/attachments"),
			Act.of(Kind.COMMENT, "POST", "/requests/{reference}/comments"),
			Act.of(Kind.COMMENT, "POST", "/proposals/{reference}/comments"),
			Act.of(Kind.INVITATION, "POST", "/colleagues/invitations"),
			Act.of(Kind.INVITATION, "POST", "/admin/people/invitations"),
			Act.of(Kind.INVITATION, "POST", "/admin/organisations/{reference}/invitations"),
			Act.of(Kind.EXPORT, "GET", "/{list}/export.{format}"),
			Act.of(Kind.EXPORT, "GET", "/admin/{list}/export.{format}"),
			Act.of(Kind.EXPORT, "GET", "/admin/consultants/imports/{reference}/left-out.csv"),
			Act.of(Kind.EXPORT, "GET", "/admin/consultants/{reference}/personal-data.json"),
			Act.of(Kind.PROFILE, "GET", "/consultants/{reference}"));

	private final Map<Kind, Cache<Long, Bucket>> buckets = new EnumMap<>(Kind.class);

	private final Limits limits;

	Allowances(Limits limits) {
		this.limits = limits;
		for (Kind kind : Kind.values()) {
			this.buckets.put(kind,
					Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(Duration.ofHours(2)).build());
		}
	}

	private record Act(Kind kind, String method, PathPattern path) {

		static Act of(Kind kind, String method, String path) {
			return new Act(kind, method, PathPatternParser.defaultInstance.parse(path));
		}

	}

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		// Whoever asks for the head of a list has it made as well.
		String method = "HEAD".equals(request.getMethod()) ? "GET" : request.getMethod();
		PathContainer path = ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication();
		ACTS.stream()
			.filter((act) -> act.method().equals(method) && act.path().matches(path))
			.findFirst()
			.ifPresent((act) -> SignIn.current(request).ifPresent((user) -> take(act.kind(), user, response)));
		return true;
	}

	private void take(Kind kind, CurrentUser user, HttpServletResponse response) {
		// Whoever works with people all day looks at many; clients see those of their
		// lists.
		if (kind == Kind.PROFILE && !user.isClient()) {
			return;
		}
		int most = this.limits.of(kind);
		Bucket bucket = Objects.requireNonNull(this.buckets.get(kind))
			.get(user.id(),
					(missing) -> Bucket.builder()
						.addLimit(Bandwidth.builder().capacity(most).refillGreedy(most, Duration.ofHours(1)).build())
						.build());
		if (!bucket.tryConsume(1)) {
			response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(3600 / most + 1));
			throw new TooOften();
		}
	}

	/** More than an account may within an hour. */
	@SuppressWarnings("serial")
	static class TooOften extends RuntimeException {

		TooOften() {
			super("More than an account may within an hour");
		}

	}

	/**
	 * How many an account may within an hour.
	 *
	 * @param profiles how many profiles a client may open
	 */
	@ConfigurationProperties("muster.limits")
	record Limits(@DefaultValue("60") int documents, @DefaultValue("100") int attachments,
			@DefaultValue("60") int exports, @DefaultValue("30") int invitations, @DefaultValue("120") int comments,
			@DefaultValue("600") int profiles) {

		int of(Kind kind) {
			return switch (kind) {
				case DOCUMENT -> this.documents;
				case ATTACHMENT -> this.attachments;
				case EXPORT -> this.exports;
				case INVITATION -> this.invitations;
				case COMMENT -> this.comments;
				case PROFILE -> this.profiles;
			};
		}

	}

}
