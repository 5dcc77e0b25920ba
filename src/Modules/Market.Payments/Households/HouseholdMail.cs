using Market.Payments.Mails;
using Microsoft.Extensions.Localization;

namespace Market.Payments.Households;

/// <summary>Tells who invited that somebody came: the link may have been passed on.</summary>
public sealed class HouseholdMail(MemberMail mail, IStringLocalizer<HouseholdMail> S)
{
    /// <param name="holderId">Who invited.</param>
    /// <param name="name">What who came is called.</param>
    public Task JoinedAsync(string holderId, string name) => mail.SendAsync(holderId, () => (
        S["{0} shares your account now", name],
        [
            S["{0} accepted your invitation: they see your account, order and pay on it.", name],
            S["If you do not know them, remove them: My account → Household."],
        ]));
}
