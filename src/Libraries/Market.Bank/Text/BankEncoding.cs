using System.Text;

namespace Market.Bank.Text;

/// <summary>
/// Reads text as it is and not as its header says: what is UTF-8 as that, and each byte that is none as Windows-1252, wherever in the file it stands.
/// </summary>
internal static class BankEncoding
{
    /// <summary>UTF-8, and Windows-1252 where it is none.</summary>
    public static Encoding Instance { get; } = Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, new Fallback());

    private sealed class Fallback : DecoderFallback
    {
        public static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

        public override int MaxCharCount => 4;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Characters();
    }

    private sealed class Characters : DecoderFallbackBuffer
    {
        private string _characters = string.Empty;
        private int _at;

        public override int Remaining => _characters.Length - _at;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            (_characters, _at) = (BankEncoding.Fallback.Windows1252.GetString(bytesUnknown), 0);
            return true;
        }

        public override char GetNextChar() => _at < _characters.Length ? _characters[_at++] : '\0';

        public override bool MovePrevious()
        {
            var canMove = _at > 0;
            _at -= canMove ? 1 : 0;
            return canMove;
        }

        public override void Reset() => (_characters, _at) = (string.Empty, 0);
    }
}
