using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using OrchardCore.Users;
using OrchardCore.Users.Models;

namespace Market.Payments.MovingIn.Moving;

/// <summary>Makes logins without a password, as a registration does with one: who follows the welcome mail sets it.</summary>
public sealed class NewLogins(UserManager<IUser> users, IOptions<IdentityOptions> options)
{
    private const int MostCharacters = 40;

    private const string Nameless = "member";

    /// <summary>Makes the login of a mail address, in the transaction of the scope.</summary>
    /// <returns>The user's id; why there is none, where the site would not have it.</returns>
    public async Task<(string? UserId, string Why)> CreateAsync(string email)
    {
        ArgumentNullException.ThrowIfNull(email);
        var user = new User { UserName = await FreeNameAsync(email), Email = email, EmailConfirmed = true, IsEnabled = true };
        var result = await users.CreateAsync(user);
        return result.Succeeded ? (user.UserId, string.Empty) : (null, string.Join(' ', result.Errors.Select(error => error.Description)));
    }

    // People sign in by their mail address; its name is what few sites take as a user name.
    private async Task<string> FreeNameAsync(string email)
    {
        var name = Allowed(email.Split('@')[0]);
        for (var number = 1; ; number++)
        {
            var free = number == 1 ? name : name + number.ToString(CultureInfo.InvariantCulture);
            if (await users.FindByNameAsync(free) is null)
            {
                return free;
            }
        }
    }

    private string Allowed(string name)
    {
        var allowed = options.Value.User.AllowedUserNameCharacters;
        var plain = name.Normalize(NormalizationForm.FormD).Where(character => CharUnicodeInfo.GetUnicodeCategory(character) is not UnicodeCategory.NonSpacingMark
            && (string.IsNullOrEmpty(allowed) || allowed.Contains(character, StringComparison.Ordinal)));
        var kept = string.Concat(plain.Take(MostCharacters));
        return kept.Length > 0 ? kept : Nameless;
    }
}
