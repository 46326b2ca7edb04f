/** The page about messages in {@code miniapp-api-docs}: made of the catalogue, and held against it. */
package cn.huiyin.messaging.page;
