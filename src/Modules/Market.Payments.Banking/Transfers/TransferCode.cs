using Market.Ledger.Amounts;
using Market.Ledger.Banking;
using QRCoder;

namespace Market.Payments.Banking.Transfers;

/// <summary>
/// The QR code of a transfer, drawn as the guidelines want it: error correction M. There is none where nothing is due, or where the
/// market's currency is not the euro.
/// </summary>
public static class TransferCode
{
    private const int PixelsPerModule = 6;

    /// <summary>For a page: an SVG that scales.</summary>
    public static string? Svg(PaymentDetails details, ClientAccount account, Money due)
    {
        using var data = Draw(details, account, due);
        using var code = data is null ? null : new SvgQRCode(data);
        return code?.GetGraphic(PixelsPerModule, "#000", "#fff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }

    /// <summary>For a mail, where SVG is not shown.</summary>
    public static byte[]? Png(PaymentDetails details, ClientAccount account, Money due)
    {
        using var data = Draw(details, account, due);
        using var code = data is null ? null : new PngByteQRCode(data);
        return code?.GetGraphic(PixelsPerModule);
    }

    private static QRCodeData? Draw(PaymentDetails details, ClientAccount account, Money due) =>
        Iban.TryParse(details.TransferIban, out var iban)
        && EpcPayment.Payload(details.TransferHolder, iban, details.TransferBic, due, account.Reference) is { } payload
            ? QRCodeGenerator.GenerateQrCode(payload, QRCodeGenerator.ECCLevel.M)
            : null;
}
