using System.Globalization;
using Market.Payments.Accounts;
using Microsoft.AspNetCore.Identity;
using OrchardCore.Users;
using OrchardCore.Users.Events;
using OrchardCore.Users.Models;

namespace Market.Payments.Handlers;

/// <summary>
/// Opens the client account of a member who registers on the public site, as soon as they may sign in, and keeps the language they do it in for
/// their mails.
/// </summary>
public sealed class AccountOnRegistration(Newcomers newcomers, UserManager<IUser> users, IMailLanguages languages) : RegistrationFormEventsBase
{
    public override async Task RegisteredAsync(IUser user)
    {
        if (user is User registered)
        {
            newcomers.Name(registered);
            await users.UpdateAsync(registered);
            await languages.TryChooseAsync(registered.UserId, CultureInfo.CurrentUICulture.Name);
            await newcomers.TryOpenAsync(registered);
        }
    }
}
