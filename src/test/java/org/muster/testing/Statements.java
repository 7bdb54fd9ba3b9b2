package org.muster.testing;

import javax.sql.DataSource;

import net.ttddyy.dsproxy.QueryCountHolder;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Counts the SQL statements of the current thread. */
public final class Statements {

	private Statements() {
	}

	/** An act that may throw. */
	@FunctionalInterface
	public interface Act {

		void run() throws Exception;

	}

	public static long count(Act act) throws Exception {
		QueryCountHolder.clear();
		act.run();
		return QueryCountHolder.getGrandTotal().getTotal();
	}

	/** Puts the counter between the pool and everybody who uses it. */
	@TestConfiguration(proxyBeanMethods = false)
	static class Configuration {

		@Bean
		static BeanPostProcessor countingDataSource() {
			return new BeanPostProcessor() {
				@Override
				public Object postProcessAfterInitialization(Object bean, String name) {
					return (bean instanceof DataSource source)
							? ProxyDataSourceBuilder.create(source).countQuery().build() : bean;
				}
			};
		}

	}

}
