package org.muster.web;

import java.util.HashMap;
import java.util.Map;

import jakarta.servlet.DispatcherType;
import org.muster.accounts.SignInThrottle;

import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** Who gets in, and the headers on every answer. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfiguration {

	/**
	 * Nothing comes from another host, and nothing runs or is styled from within a page.
	 */
	private static final String POLICY = String.join("; ", "default-src 'none'", "script-src 'self'",
			"style-src 'self'", "img-src 'self' data:", "font-src 'self'", "connect-src 'self'", "manifest-src 'self'",
			"form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'");

	/** For pages that are answered outside of the filters. */
	static Map<String, String> headersOfPages() {
		Map<String, String> headers = new HashMap<>(headers());
		headers.put("Content-Security-Policy", POLICY);
		return headers;
	}

	/** For what is answered outside of the filters. */
	static Map<String, String> headers() {
		return Map.of("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'", "X-Content-Type-Options",
				"nosniff", "X-Frame-Options", "DENY", "Referrer-Policy", "same-origin", "Cache-Control", "no-store",
				"Cross-Origin-Opener-Policy", "same-origin", "Cross-Origin-Resource-Policy", "same-origin");
	}

	@Bean
	SecurityFilterChain security(HttpSecurity http, SignInThrottle throttle, RefusedAccess refused,
			ApplicationAvailability availability) {
		return http
			.authorizeHttpRequests((requests) -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
				.permitAll()
				.requestMatchers("/error")
				.denyAll()
				.requestMatchers("/css/**", "/js/**", "/img/**", "/webjars/**")
				.permitAll()
				.requestMatchers("/login", "/invitations/**", "/theme", "/favicon.ico", "/robots.txt")
				.permitAll()
				.requestMatchers(HttpMethod.GET, "/livez", "/readyz")
				.permitAll()
				.requestMatchers("/admin", "/admin/**")
				.hasAnyRole("ACCOUNT_MANAGER", "ADMINISTRATOR")
				.anyRequest()
				.authenticated())
			.formLogin((form) -> form.loginPage("/login")
				.failureHandler(new SignInFailure())
				.successHandler(new ResumedSignIn()))
			.logout((logout) -> logout.logoutSuccessUrl("/login?bye")
				.addLogoutHandler(new HeaderWriterLogoutHandler(
						new ClearSiteDataHeaderWriter(Directive.CACHE, Directive.STORAGE))))
			.addFilterAfter(new StillStarting(availability), HeaderWriterFilter.class)
			.addFilterBefore(throttle, UsernamePasswordAuthenticationFilter.class)
			.exceptionHandling((exceptions) -> exceptions.accessDeniedHandler(refused))
			.addFilterAfter(new AnyAccept(PathPatternRequestMatcher.pathPattern("/livez"),
					PathPatternRequestMatcher.pathPattern("/readyz")), HeaderWriterFilter.class)
			.headers(SecurityConfiguration::everyAnswer)
			.build();
	}

	/** What each answer says to browsers, whatever it is that answers. */
	static void everyAnswer(HeadersConfigurer<HttpSecurity> headers) {
		headers.contentSecurityPolicy((policy) -> policy.policyDirectives(POLICY))
			.referrerPolicy((policy) -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
			.permissionsPolicyHeader((policy) -> policy.policy("camera=(), geolocation=(), microphone=()"))
			.crossOriginOpenerPolicy((policy) -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
			.crossOriginResourcePolicy((policy) -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
			.frameOptions((frames) -> frames.deny());
	}

	@Bean
	PasswordEncoder passwordEncoder() {
		return PasswordEncoderFactories.createDelegatingPasswordEncoder();
	}

}
