using Market.Payments.Mails;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Farewells;

/// <summary>Tells a member that they left, for it may not have been they.</summary>
public sealed class LeavingMail(MemberMail mail, IStringLocalizer<LeavingMail> S)
{
    public Task SendAsync(string userId, DateOnly eraseOn) => mail.SendAsync(userId, () => (
        S["You left the market"],
        [
            S["Your account is closed and your login is off. Your name is erased on {0}; the books keep the account's number only.", eraseOn.InWords()],
            S["If it was not you, or you would like to stay, tell a coordinator before that day."],
        ]));
}
