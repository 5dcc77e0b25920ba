using QRCoder;

namespace Market.Payments.Counter.Receipts;

/// <summary>The QR code of a receipt's link, for whoever stands at the stall.</summary>
public static class ReceiptCode
{
    private const int PixelsPerModule = 6;

    /// <summary>An SVG that scales.</summary>
    public static string Svg(Uri link)
    {
        ArgumentNullException.ThrowIfNull(link);
        using var data = QRCodeGenerator.GenerateQrCode(link.ToString(), QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return code.GetGraphic(PixelsPerModule, "#000", "#fff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
    }
}
