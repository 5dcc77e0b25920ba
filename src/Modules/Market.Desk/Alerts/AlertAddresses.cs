using Market.Payments;
using Microsoft.Extensions.Options;
using OrchardCore.Admin;
using OrchardCore.Environment.Shell;

namespace Market.Desk.Alerts;

/// <summary>Writes where alerts lead: from the site's root for the admin's own pages, in full for mails where the site's address is set.</summary>
public sealed class AlertAddresses(ISiteAddress site, ShellSettings shell, IOptions<AdminOptions> admin)
{
    public string Path(Alert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        return "/" + string.Join('/', new[] { shell.RequestUrlPrefix, admin.Value.AdminUrlPrefix.Trim('/'), alert.AdminPath }.Where(part => !string.IsNullOrEmpty(part)));
    }

    /// <summary>The writer of addresses in mails; one of empty texts where the site's address is not set.</summary>
    public async Task<Func<Alert, string>> ForMailAsync() =>
        await site.GetAsync() is { } root ? alert => $"{root}/{admin.Value.AdminUrlPrefix.Trim('/')}/{alert.AdminPath}" : _ => string.Empty;
}
