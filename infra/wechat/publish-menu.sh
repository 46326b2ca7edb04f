#!/bin/sh
# Publishes the official account's menu (backend/src/main/resources/conversation/menu.json). Run it after the menu changed;
# followers see it within five minutes. The token is the stable one that the service uses too, so neither disturbs the other.
#
#   HUIYIN_WECHAT_MP_APP_ID=wx… HUIYIN_WECHAT_MP_SECRET=… infra/wechat/publish-menu.sh
#
# HUIYIN_WECHAT_API_BASE_URL leads elsewhere than to https://api.weixin.qq.com. Exits with 1 where WeChat refuses.
set -eu
: "${HUIYIN_WECHAT_MP_APP_ID:?the app-id of the official account}" "${HUIYIN_WECHAT_MP_SECRET:?its secret}"
base=${HUIYIN_WECHAT_API_BASE_URL:-https://api.weixin.qq.com}
menu=${1:-$(dirname "$0")/../../backend/src/main/resources/conversation/menu.json}

# The secret goes in by standard input, so that no list of processes shows it.
answer=$(printf '{"grant_type":"client_credential","appid":"%s","secret":"%s"}' \
        "$HUIYIN_WECHAT_MP_APP_ID" "$HUIYIN_WECHAT_MP_SECRET" |
    curl -sS --fail -m 10 -H 'Content-Type: application/json' --data-binary @- "$base/cgi-bin/stable_token")
token=$(printf '%s' "$answer" | sed -n 's/.*"access_token" *: *"\([^"]*\)".*/\1/p')
[ -n "$token" ] || { echo "no token: $answer" >&2; exit 1; }

answer=$(printf 'url = "%s/cgi-bin/menu/create?access_token=%s"\n' "$base" "$token" |
    curl -sS --fail -m 10 -K - -H 'Content-Type: application/json' --data-binary "@$menu")
echo "$answer"
case $answer in *'"errcode":0'*) ;; *) exit 1 ;; esac
