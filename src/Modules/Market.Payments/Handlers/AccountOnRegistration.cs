using System.Globalization;
using Market.Payments.Accounts;
using OrchardCore.Users;
using OrchardCore.Users.Events;
using OrchardCore.Users.Models;

namespace Market.Payments.Handlers;

/// <summary>Opens the client account of a member who registers on the public site, and keeps the language they do it in for their mails.</summary>
public sealed class AccountOnRegistration(AccountOpening opening, IMailLanguages languages) : RegistrationFormEventsBase
{
    public override async Task RegisteredAsync(IUser user)
    {
        if (user is User registered && await opening.TryOpenForAsync(registered) is not null)
        {
            await languages.TryChooseAsync(registered.UserId, CultureInfo.CurrentUICulture.Name);
        }
    }
}
